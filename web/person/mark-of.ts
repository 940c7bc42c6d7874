import { MARK_COST, markText, type MarkId, type MarkKind } from '#shared/person/mark'
import { base64urlFromBytes, bytesFromBase64url } from '../seal/base64url.ts'
import { slowHash } from '../staff/slow-hash.ts'

/** What stands for a number in `marks`, with the keys the server gave; undefined for what is no whole number. */
export async function markOf(
  { markKey, markSalt }: { readonly markKey: string; readonly markSalt: string },
  kind: MarkKind,
  value: string,
): Promise<MarkId | undefined> {
  const text = markText(kind, value)
  if (text === undefined) return undefined
  const hash = await slowHash({
    text,
    salt: bytesFromBase64url(markSalt),
    secret: bytesFromBase64url(markKey),
    cost: MARK_COST,
  })
  return base64urlFromBytes(hash) as MarkId
}
