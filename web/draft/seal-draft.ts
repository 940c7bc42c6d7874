import { base64urlFromBytes, bytesFromBase64url } from '../seal/base64url.ts'
import { IV_BYTES, joinBytes } from '../seal/box-key.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'

/**
 * The key of one draft. It cannot be exported, lies apart from the draft and its journal, and is deleted in the same
 * transaction that ends the draft: what was sealed under it is gone with it.
 */
export async function keyOfDraft(db: LedgerDatabase, draftId: string): Promise<CryptoKey> {
  const known = await db.draftKeys.get(draftId)
  if (known) return known.key
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt'])
  return db.transaction('rw', db.draftKeys, async () => {
    const other = await db.draftKeys.get(draftId)
    if (other) return other.key
    await db.draftKeys.put({ draftId, key })
    return key
  })
}

export async function sealPersonal(key: CryptoKey, personal: object): Promise<string> {
  const iv = crypto.getRandomValues(new Uint8Array(IV_BYTES))
  const plain = new TextEncoder().encode(JSON.stringify(personal))
  const sealed = new Uint8Array(await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, plain))
  return base64urlFromBytes(joinBytes(iv, sealed))
}

/** Undefined when the key is another: the store was thrown away and only the journal came back. */
export async function openPersonal<Personal extends object>(
  key: CryptoKey,
  text: string,
): Promise<Personal | undefined> {
  const bytes = bytesFromBase64url(text)
  try {
    const iv = bytes.slice(0, IV_BYTES)
    const plain = await crypto.subtle.decrypt({ name: 'AES-GCM', iv }, key, bytes.slice(IV_BYTES))
    return JSON.parse(new TextDecoder().decode(plain)) as Personal
  } catch {
    return undefined
  }
}
