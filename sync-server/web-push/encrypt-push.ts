import { createCipheriv, createECDH, hkdfSync, randomBytes } from 'node:crypto'
import { CURVE } from '../seal/box.ts'

/** What a browser gave so that only it can read what is sent to it: its public key and a secret, both as raw bytes. */
export interface PushReader {
  readonly p256dh: Uint8Array
  readonly auth: Uint8Array
}

const RECORD_BYTES = 4_096
const SALT_BYTES = 16
const LAST_RECORD = 2
/** Every message is as long as every other, so that its length tells nobody which step it is about. */
const PADDED_BYTES = 640

/** One record of `aes128gcm` (RFC 8188) under a key that comes from both sides' keys and the secret (RFC 8291). */
export function encryptPush({ p256dh, auth }: PushReader, text: string): Uint8Array<ArrayBuffer> {
  const ephemeral = createECDH(CURVE)
  const ownKey = ephemeral.generateKeys()
  const shared = ephemeral.computeSecret(p256dh)
  const both = Buffer.concat([Buffer.from('WebPush: info\0'), p256dh, ownKey])
  const secret = new Uint8Array(hkdfSync('sha256', shared, auth, both, 32))
  const salt = randomBytes(SALT_BYTES)
  const key = hkdfSync('sha256', secret, salt, 'Content-Encoding: aes128gcm\0', 16)
  const nonce = hkdfSync('sha256', secret, salt, 'Content-Encoding: nonce\0', 12)

  const plain = Buffer.from(text)
  const padding = Buffer.alloc(Math.max(0, PADDED_BYTES - plain.length))
  const cipher = createCipheriv('aes-128-gcm', new Uint8Array(key), new Uint8Array(nonce))
  const record = Buffer.concat([plain, Buffer.from([LAST_RECORD]), padding])
  const head = Buffer.alloc(SALT_BYTES + 5)
  salt.copy(head)
  head.writeUInt32BE(RECORD_BYTES, SALT_BYTES)
  head.writeUInt8(ownKey.length, SALT_BYTES + 4)
  return new Uint8Array(
    Buffer.concat([head, ownKey, cipher.update(record), cipher.final(), cipher.getAuthTag()]),
  )
}

/** Whether something can be encrypted for these keys at all. */
export function isPushReader({ p256dh, auth }: PushReader): boolean {
  if (p256dh.length !== 65 || auth.length !== 16) return false
  try {
    const ephemeral = createECDH(CURVE)
    ephemeral.generateKeys()
    ephemeral.computeSecret(p256dh)
    return true
  } catch {
    return false
  }
}
