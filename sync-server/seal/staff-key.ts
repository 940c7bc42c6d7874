import { hashRaw } from '@node-rs/argon2'
import { createCipheriv, generateKeyPairSync, randomBytes } from 'node:crypto'
import { PIN_HASH_COST, type KeyBox } from '#shared/staff/staff'

/** The package's `Algorithm.Argon2id`, which is an ambient enum that isolated modules cannot read. */
const ARGON2ID = 2

const VERSION = 1
const IV_BYTES = 12
const PUBLIC_BYTES = 65

/**
 * A pair of keys for one person. The private one leaves here only wrapped: version, salt, iv, and its PKCS#8 under
 * AES-256-GCM with Argon2id of the PIN. Nobody, the server neither, opens it without the PIN.
 */
export async function createKeyBox(pin: string): Promise<KeyBox> {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  const publicKey = pair.publicKey.export({ type: 'spki', format: 'der' }).subarray(-PUBLIC_BYTES)
  const privateKey = pair.privateKey.export({ type: 'pkcs8', format: 'der' })

  const salt = randomBytes(PIN_HASH_COST.saltBytes)
  const key = await hashRaw(pin.normalize('NFC'), {
    algorithm: ARGON2ID,
    memoryCost: PIN_HASH_COST.memoryKib,
    timeCost: PIN_HASH_COST.iterations,
    parallelism: PIN_HASH_COST.parallelism,
    outputLen: PIN_HASH_COST.hashBytes,
    salt,
  })
  const iv = randomBytes(IV_BYTES)
  const cipher = createCipheriv('aes-256-gcm', key, iv)
  const text = Buffer.concat([cipher.update(privateKey), cipher.final(), cipher.getAuthTag()])
  const wrapped = Buffer.concat([Buffer.from([VERSION]), salt, iv, text])
  return { publicKey: publicKey.toString('base64url'), wrapped: wrapped.toString('base64url') }
}
