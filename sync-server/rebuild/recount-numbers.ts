import type { Finding } from '#shared/finding/finding'
import { judgePackClaims } from '#shared/finding/judge-pack-claims'
import type { Item } from '#shared/item/item'
import { itemNumbers } from '#shared/item/item-numbers'
import type { WriterDb } from '../database/writer-db.ts'
import { readDecidedAt } from '../finding/judge-pack.ts'

interface Carried {
  readonly itemId: string
  readonly gtin: string
}
interface Claimed extends Carried {
  readonly claimedAt: string
}

/** Which items answer to which number, from the catalogue and the log, and the numbers of which two say that they are theirs. */
export function recountNumbers(db: WriterDb) {
  const carried = readCarried(db)
  const claimed = readClaimed(db)
  return {
    itemNumber: carried.map(({ itemId, gtin }) => [itemId, gtin] as const),
    packClaim: claimed.map(({ gtin, itemId, claimedAt }) => [gtin, itemId, claimedAt] as const),
    claimedTwice: judgeAll(db, carried, claimed),
  }
}

function readCarried(db: WriterDb): Carried[] {
  const rows = db
    .prepare(`SELECT "id", "body" FROM "document" WHERE "collection" = 'items' AND "deleted" = 0`)
    .all() as { id: string; body: string }[]
  return rows.flatMap(({ id, body }) =>
    itemNumbers(JSON.parse(body) as Item).map((gtin) => ({ itemId: id, gtin })),
  )
}

function readClaimed(db: WriterDb): Claimed[] {
  return db
    .prepare(
      `SELECT "body" -> 'pack' ->> 'gtin' AS "gtin", "body" ->> 'itemId' AS "itemId", max("recordedAt") AS "claimedAt"
       FROM "fact" WHERE "kind" = 'pack-learned' GROUP BY 1, 2`,
    )
    .all() as Claimed[]
}

function judgeAll(db: WriterDb, carried: readonly Carried[], claimed: readonly Claimed[]): Finding[] {
  const carriedByGtin = Map.groupBy(carried, ({ gtin }) => gtin)
  const claimedByGtin = Map.groupBy(claimed, ({ gtin }) => gtin)
  return [...new Set([...carriedByGtin.keys(), ...claimedByGtin.keys()])].flatMap((gtin) => {
    const finding = judgePackClaims({
      gtin,
      carriedBy: carriedByGtin.get(gtin)?.map(({ itemId }) => itemId) ?? [],
      learnedFor: claimedByGtin.get(gtin) ?? [],
      decidedAt: readDecidedAt(db, gtin),
    })
    return finding ?? []
  })
}
