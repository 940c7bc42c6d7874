import type { Donor } from '#shared/donor/donor'
import type { Item, LearnedPack } from '#shared/item/item'
import type { WriterDb } from '../database/writer-db.ts'
import type { ReadableFact } from '../movement/incoming-fact.ts'
import { claimPack, learnPack, withLearnedPacks } from './learn-pack.ts'
import { putDocument, readStored, type DocumentChange } from './put-document.ts'

/**
 * Documents that follow from facts. Two offline devices may learn the same item or name the same donor: the one that
 * was recorded first wins (by device clock, then by id), in whatever order they arrive. What a desk wrote always wins.
 */
export function learnDocument(
  db: WriterDb,
  { factKind, id, recordedAt, body }: ReadableFact,
  { deviceId, at }: { readonly deviceId: string; readonly at: string },
): void {
  const change = { changedBy: `device:${deviceId}`, at, origin: `${recordedAt}|${id}` }
  if (factKind === 'item-learned') {
    const item = JSON.parse(body) as Item
    learn(db, { ...change, collection: 'items', id: item.id, body: withLearnedPacks(db, item) })
  } else if (factKind === 'pack-learned') {
    const learned = JSON.parse(body) as LearnedPack
    learnPack(db, learned, change.origin, change)
    claimPack(db, learned, { claimedAt: recordedAt, at })
  } else if (factKind === 'donor-named') {
    const donor = JSON.parse(body) as Donor
    learn(db, { ...change, collection: 'donors', id: donor.id, body: donor })
  }
}

function learn(db: WriterDb, change: DocumentChange & { readonly origin: string }): void {
  const old = readStored(db, change.collection, change.id)
  if (old && (old.origin === null || old.origin <= change.origin)) return
  putDocument(db, change)
}
