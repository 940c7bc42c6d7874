import type { Item, LearnedPack } from '#shared/item/item'
import { PACKS_MAX, withPack } from '#shared/item/learn-pack'
import type { WriterDb } from '../database/writer-db.ts'
import { judgePack } from '../finding/judge-pack.ts'
import { putDocument, readStored, type DocumentChange } from './put-document.ts'

type Signed = Pick<DocumentChange, 'changedBy' | 'at'>

/**
 * A box that a tablet learned becomes one of its item's packs. Two tablets may count it differently: the one that was
 * recorded first wins, in whatever order they arrive, and it waits for an item that arrives later.
 */
export function learnPack(db: WriterDb, learned: LearnedPack, origin: string, signed: Signed): void {
  const { itemId, pack } = learned
  const old = db.get(
    db.query.selectFrom('learnedPack').select(['itemId', 'origin']).where('gtin', '=', pack.gtin),
  )
  if (old && old.origin <= origin) return
  const row = { ...pack, itemId, origin }
  db.run(
    db.query
      .insertInto('learnedPack')
      .values(row)
      .onConflict((conflict) => conflict.column('gtin').doUpdateSet(row)),
  )
  if (old && old.itemId !== itemId) putItem(db, old.itemId, signed, (item) => without(item, pack.gtin))
  putItem(db, itemId, signed, (item, isOfDesk) =>
    isOfDesk ? withPack(item, learned) : withLearnedPacks(db, without(item, pack.gtin)),
  )
}

/** Remembers for which item a tablet learned the number, also where another item got it. */
export function claimPack(
  db: WriterDb,
  { itemId, pack }: LearnedPack,
  { claimedAt, at }: { readonly claimedAt: string; readonly at: string },
): void {
  db.prepare(
    `INSERT INTO "packClaim" VALUES (?, ?, ?)
     ON CONFLICT ("gtin", "itemId") DO UPDATE SET "claimedAt" = max("claimedAt", excluded."claimedAt")`,
  ).run(pack.gtin, itemId, claimedAt)
  judgePack(db, pack.gtin, at)
}

/** The item with the boxes that tablets learned of it, always in the same order. */
export function withLearnedPacks(db: WriterDb, item: Item): Item {
  const learned = db.all(
    db.query
      .selectFrom('learnedPack')
      .select(['gtin', 'unit', 'quantity'])
      .where('itemId', '=', item.id)
      .orderBy('gtin'),
  ) as LearnedPack['pack'][]
  if (learned.length === 0) return item
  const numbers = new Set<string | undefined>(learned.map(({ gtin }) => gtin))
  const others = item.packs.filter(({ gtin }) => !numbers.has(gtin))
  return { ...item, packs: [...others, ...learned].slice(0, PACKS_MAX) }
}

function without(item: Item, number: string): Item {
  return { ...item, packs: item.packs.filter(({ gtin }) => gtin !== number) }
}

/** What the desk wrote stays the desk's; what tablets learned may still give way to an earlier fact. */
function putItem(
  db: WriterDb,
  id: string,
  signed: Signed,
  change: (item: Item, isOfDesk: boolean) => Item,
): void {
  const stored = readStored(db, 'items', id)
  if (!stored || stored.deleted === 1) return
  const body = change(JSON.parse(stored.body) as Item, stored.origin === null)
  putDocument(db, { ...signed, collection: 'items', id, body, origin: stored.origin ?? undefined })
}
