import type { PartHash } from '#shared/part/part'

/** SHA-256 in hex. */
export async function hashBytes(bytes: Uint8Array<ArrayBuffer>): Promise<PartHash> {
  const hash = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
  return Array.from(hash, (byte) => byte.toString(16).padStart(2, '0')).join('') as PartHash
}
