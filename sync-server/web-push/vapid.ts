import { createECDH, createPrivateKey, hkdfSync, sign } from 'node:crypto'
import { msFromInstant, type Instant } from '#shared/time/time'
import { CURVE } from '../seal/box.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/** By what push services know this server (RFC 8292). */
export interface Vapid {
  /** 65 bytes as base64url: browsers take messages from nobody else. */
  readonly publicKey: string
  /** The header of a request to this endpoint. */
  authorization(endpoint: string, now: Instant): string
}

const ORDER = BigInt('0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551')
const VALID_SECONDS = 12 * 3_600

/** Made of the key file, so that it is the same at each start and lies nowhere else. */
export function createVapid({ sealKey }: Pick<SealKeys, 'sealKey'>, subject: string): Vapid {
  const ecdh = createECDH(CURVE)
  ecdh.setPrivateKey(privateKeyOf(sealKey))
  const [d, publicBytes] = [ecdh.getPrivateKey(), ecdh.getPublicKey()]
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
  const [x, y] = [text(publicBytes.subarray(1, 33)), text(publicBytes.subarray(33))]
  const key = createPrivateKey({ key: { kty: 'EC', crv: 'P-256', d: text(d), x, y }, format: 'jwk' })
  const publicKey = text(publicBytes)
  const json = (value: object) => text(Buffer.from(JSON.stringify(value)))
  return {
    publicKey,
    authorization(endpoint, now) {
      const exp = Math.floor(msFromInstant(now) / 1_000) + VALID_SECONDS
      const claims = { aud: new URL(endpoint).origin, exp, sub: subject }
      const signed = `${json({ typ: 'JWT', alg: 'ES256' })}.${json(claims)}`
      const signature = sign('sha256', Buffer.from(signed), { key, dsaEncoding: 'ieee-p1363' })
      return `vapid t=${signed}.${text(signature)}, k=${publicKey}`
    },
  }
}

/** More bytes than needed, so that no key is likelier than another. */
function privateKeyOf(sealKey: Uint8Array): Buffer {
  const bytes = Buffer.from(hkdfSync('sha256', sealKey, '', 'kho4d-vapid', 48))
  const value = (BigInt(`0x${bytes.toString('hex')}`) % (ORDER - 1n)) + 1n
  return Buffer.from(value.toString(16).padStart(64, '0'), 'hex')
}
