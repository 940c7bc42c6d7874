import type { Item } from '#shared/item/item'
import { itemNumbers } from '#shared/item/item-numbers'
import type { WriterDb } from '../database/writer-db.ts'
import { judgePack } from '../finding/judge-pack.ts'

export interface ChangedItem {
  readonly id: string
  /** Undefined once it is hidden. */
  readonly item: Item | undefined
  readonly at: string
  /** Whether a person at the desk changed it, and not a tablet that learned something. */
  readonly isOfDesk: boolean
}

/** Keeps which items carry a number. Where the desk puts one on an item or takes it off, it has decided about it. */
export function noteItemNumbers(db: WriterDb, { id, item, at, isOfDesk }: ChangedItem): void {
  const before = db.prepare(`SELECT "gtin" FROM "itemNumber" WHERE "itemId" = ?`).all(id) as {
    gtin: string
  }[]
  const had = new Set(before.map(({ gtin }) => gtin))
  const has = new Set<string>(item ? itemNumbers(item) : [])
  const gone = [...had].filter((gtin) => !has.has(gtin))
  const come = [...has].filter((gtin) => !had.has(gtin))
  for (const gtin of gone) {
    db.prepare(`DELETE FROM "itemNumber" WHERE "itemId" = ? AND "gtin" = ?`).run(id, gtin)
  }
  for (const gtin of come) db.prepare(`INSERT INTO "itemNumber" VALUES (?, ?)`).run(id, gtin)
  for (const gtin of [...gone, ...come]) {
    if (isOfDesk) decide(db, gtin, at)
    judgePack(db, gtin, at)
  }
}

function decide(db: WriterDb, gtin: string, at: string): void {
  db.prepare(
    `INSERT INTO "numberDecision" VALUES (?, ?)
     ON CONFLICT ("gtin") DO UPDATE SET "decidedAt" = max("decidedAt", excluded."decidedAt")`,
  ).run(gtin, at)
}
