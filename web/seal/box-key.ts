export const BOX_VERSION = 1
export const PUBLIC_BYTES = 65
export const IV_BYTES = 12
export const P256 = { name: 'ECDH', namedCurve: 'P-256' } as const
const INFO = new TextEncoder().encode('kho4d-box-1')

/** The key of one box, from our half and the other side's: as sync-server/seal/box.ts derives it. */
export async function deriveBoxKey(
  privateKey: CryptoKey,
  otherPublicKey: Uint8Array<ArrayBuffer>,
  { ephemeral, recipient }: { readonly ephemeral: Uint8Array; readonly recipient: Uint8Array },
): Promise<CryptoKey> {
  const other = await crypto.subtle.importKey('raw', otherPublicKey, P256, false, [])
  const bits = await crypto.subtle.deriveBits({ name: 'ECDH', public: other }, privateKey, 256)
  const secret = await crypto.subtle.importKey('raw', bits, 'HKDF', false, ['deriveKey'])
  const salt = joinBytes(ephemeral, recipient)
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt, info: INFO }
  const aes = { name: 'AES-GCM', length: 256 }
  return crypto.subtle.deriveKey(hkdf, secret, aes, false, ['encrypt', 'decrypt'])
}

export function joinBytes(...parts: readonly Uint8Array[]): Uint8Array<ArrayBuffer> {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    all.set(part, at)
    at += part.length
  }
  return all
}
