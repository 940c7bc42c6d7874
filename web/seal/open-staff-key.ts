import { err, ok, type Result } from '#shared/result'
import { PIN_HASH_COST, type KeyBox } from '#shared/staff/staff'
import { slowHash } from '../staff/slow-hash.ts'
import { bytesFromBase64url } from './base64url.ts'
import { BOX_VERSION, IV_BYTES, P256 } from './box-key.ts'

/** A person's key while they are signed in: in memory, and not to be exported. */
export interface StaffKey {
  readonly privateKey: CryptoKey
  readonly publicKey: Uint8Array<ArrayBuffer>
}

/** The PIN has changed since, or the box is damaged. */
export type StaffKeyRefusal = { readonly kind: 'key-box-shut' }

/** PIN → the person's private key, without a network. As slow as checking the PIN. */
export async function openStaffKey(
  { publicKey, wrapped }: KeyBox,
  pin: string,
): Promise<Result<StaffKey, StaffKeyRefusal>> {
  const bytes = bytesFromBase64url(wrapped)
  const ivAt = 1 + PIN_HASH_COST.saltBytes
  if (bytes[0] !== BOX_VERSION || bytes.length < ivAt + IV_BYTES) return err({ kind: 'key-box-shut' })
  const hash = await slowHash({ text: pin.normalize('NFC'), salt: bytes.slice(1, ivAt), cost: PIN_HASH_COST })
  try {
    const key = await crypto.subtle.importKey('raw', hash, 'AES-GCM', false, ['decrypt'])
    const iv = bytes.slice(ivAt, ivAt + IV_BYTES)
    const pkcs8 = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(ivAt + IV_BYTES))
    const privateKey = await crypto.subtle.importKey('pkcs8', pkcs8, P256, false, ['deriveBits'])
    return ok({ privateKey, publicKey: bytesFromBase64url(publicKey) })
  } catch {
    return err({ kind: 'key-box-shut' })
  }
}
