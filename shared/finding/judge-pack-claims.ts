import type { Finding } from './finding.ts'

/** What is known of one number. */
export interface PackClaims {
  readonly gtin: string
  /** Items that carry it in the catalogue, as their own number or on a pack. */
  readonly carriedBy: readonly string[]
  /** Items that a tablet learned it for, each with when it last said so. */
  readonly learnedFor: readonly { readonly itemId: string; readonly claimedAt: string }[]
  /** When the desk last put it on an item or took it off one: what tablets said before is decided. */
  readonly decidedAt?: string | undefined
}

/** A number on a box that stands for two items: a scan of it may count the wrong goods. */
export function judgePackClaims({
  gtin,
  carriedBy,
  learnedFor,
  decidedAt = '',
}: PackClaims): Finding | undefined {
  const undecided = learnedFor.filter(({ claimedAt }) => claimedAt > decidedAt)
  const itemIds = [...new Set([...carriedBy, ...undecided.map(({ itemId }) => itemId)])].sort()
  return itemIds.length > 1 ? { kind: 'pack-claimed-twice', gtin, itemIds } : undefined
}
