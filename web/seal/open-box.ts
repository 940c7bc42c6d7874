import { err, ok, type Result } from '#shared/result'
import { BOX_VERSION, deriveBoxKey, IV_BYTES, PUBLIC_BYTES } from './box-key.ts'
import type { StaffKey } from './open-staff-key.ts'

/** Sealed to somebody else, cut, or changed. */
export type BoxRefusal = { readonly kind: 'box-unreadable' }

/** Opens what the server sealed to a person, with the key that the PIN of this person opened. */
export async function openBox(
  { privateKey, publicKey }: StaffKey,
  boxed: Uint8Array<ArrayBuffer>,
): Promise<Result<Uint8Array<ArrayBuffer>, BoxRefusal>> {
  const ivAt = 1 + PUBLIC_BYTES
  if (boxed[0] !== BOX_VERSION || boxed.length < ivAt + IV_BYTES) return err({ kind: 'box-unreadable' })
  try {
    const ephemeral = boxed.slice(1, ivAt)
    const key = await deriveBoxKey(privateKey, ephemeral, { ephemeral, recipient: publicKey })
    const iv = boxed.slice(ivAt, ivAt + IV_BYTES)
    const text = boxed.slice(ivAt + IV_BYTES)
    return ok(new Uint8Array(await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, text)))
  } catch {
    return err({ kind: 'box-unreadable' })
  }
}
