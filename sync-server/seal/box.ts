import { createCipheriv, createDecipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { err, ok, type Result } from '#shared/result'
import type { SealKeys } from './seal-keys.ts'

/** Not for us, cut, or changed on the way. */
export type BoxRefusal = { readonly kind: 'box-unreadable' }

const VERSION = 1
const PUBLIC_BYTES = 65
const IV_BYTES = 12
const TAG_BYTES = 16
const CIPHER = 'aes-256-gcm'
export const CURVE = 'prime256v1'

/**
 * Sealed so that only who holds the private key can open it: version, ephemeral public key, iv, ciphertext with tag. The key
 * comes by HKDF from what both sides can compute. `web/seal/` does the same with WebCrypto.
 */
export function sealBox(publicKey: Uint8Array, bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  const ephemeral = createECDH(CURVE)
  const ephemeralKey = ephemeral.generateKeys()
  const key = deriveKey(ephemeral.computeSecret(publicKey), ephemeralKey, publicKey)
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv(CIPHER, key, iv)
  const text = Buffer.concat([cipher.update(bytes), cipher.final(), cipher.getAuthTag()])
  return new Uint8Array(Buffer.concat([Buffer.from([VERSION]), ephemeralKey, iv, text]))
}

export function openBox({ box }: Pick<SealKeys, 'box'>, boxed: Uint8Array): Result<Uint8Array, BoxRefusal> {
  const ivAt = 1 + PUBLIC_BYTES
  const tagAt = boxed.length - TAG_BYTES
  if (boxed[0] !== VERSION || tagAt < ivAt + IV_BYTES) return err({ kind: 'box-unreadable' })
  try {
    const ephemeralKey = boxed.subarray(1, ivAt)
    const ecdh = createECDH(CURVE)
    ecdh.setPrivateKey(box.privateKey)
    const key = deriveKey(ecdh.computeSecret(ephemeralKey), ephemeralKey, box.publicKey)
    const decipher = createDecipheriv(CIPHER, key, boxed.subarray(ivAt, ivAt + IV_BYTES))
    decipher.setAuthTag(boxed.subarray(tagAt))
    return ok(Buffer.concat([decipher.update(boxed.subarray(ivAt + IV_BYTES, tagAt)), decipher.final()]))
  } catch {
    return err({ kind: 'box-unreadable' })
  }
}

function deriveKey(secret: Uint8Array, ephemeralKey: Uint8Array, publicKey: Uint8Array): Uint8Array {
  const salt = Buffer.concat([ephemeralKey, publicKey])
  return new Uint8Array(hkdfSync('sha256', secret, salt, 'kho4d-box-1', 32))
}
