import { findingKey, type Finding } from '#shared/finding/finding'
import { judgePackClaims } from '#shared/finding/judge-pack-claims'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from './close-finding.ts'
import { openFinding } from './open-finding.ts'

/** Judges one number anew, whenever the catalogue or a tablet says something about it. */
export function judgePack(db: WriterDb, gtin: string, at: string): void {
  const finding = readPackFinding(db, gtin)
  if (finding) openFinding(db, finding, { at })
  else closeFinding(db, findingKey({ kind: 'pack-claimed-twice', gtin, itemIds: [] }), at)
}

export function readPackFinding(db: WriterDb, gtin: string): Finding | undefined {
  const carried = db.prepare(`SELECT "itemId" FROM "itemNumber" WHERE "gtin" = ?`).all(gtin) as {
    itemId: string
  }[]
  const learnedFor = db
    .prepare(`SELECT "itemId", "claimedAt" FROM "packClaim" WHERE "gtin" = ?`)
    .all(gtin) as { itemId: string; claimedAt: string }[]
  return judgePackClaims({
    gtin,
    carriedBy: carried.map(({ itemId }) => itemId),
    learnedFor,
    decidedAt: readDecidedAt(db, gtin),
  })
}

export function readDecidedAt(db: WriterDb, gtin: string): string | undefined {
  const row = db.prepare(`SELECT "decidedAt" FROM "numberDecision" WHERE "gtin" = ?`).get(gtin)
  return (row as { decidedAt: string } | undefined)?.decidedAt
}
