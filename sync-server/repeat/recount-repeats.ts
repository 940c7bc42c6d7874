import type { Category } from '#shared/item/item'
import { judgeRepeats, type GivenHelp, type RepeatFinding } from '#shared/repeat/judge-repeats'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import type { HelpRow } from './collect-help.ts'
import { householdOf } from './household-help.ts'
import { ruleAtOf } from './repeat-rules.ts'

/** Every help that came too soon, with when it was given, from nothing but rows counted out of the log. */
export function recountRepeats(
  db: WriterDb,
  rows: Iterable<HelpRow>,
  undoneIds: ReadonlySet<string>,
): (RepeatFinding & { readonly at: Instant })[] {
  const helpByCaseFile = collect(db, rows, undoneIds)
  const ruleAt = ruleAtOf(db)
  return [...helpByCaseFile.keys()].flatMap((caseFileId) => {
    const given = householdOf(db, caseFileId).flatMap((id) => [...(helpByCaseFile.get(id)?.values() ?? [])])
    const own = helpByCaseFile.get(caseFileId)!
    return judgeRepeats(given, caseFileId, ruleAt).map((finding) => ({
      ...finding,
      at: own.get(finding.movementId)!.at,
    }))
  })
}

function collect(
  db: WriterDb,
  rows: Iterable<HelpRow>,
  undoneIds: ReadonlySet<string>,
): Map<string, Map<string, GivenHelp>> {
  const read = db.prepare(
    `SELECT "body" ->> 'category' AS "category" FROM "document" WHERE "collection" = 'items' AND "id" = ?`,
  )
  const categoryOf = (itemId: string) => (read.get(itemId) as { category: Category } | undefined)?.category
  const helpByCaseFile = new Map<string, Map<string, GivenHelp>>()
  for (const [caseFileId, at, movementId, itemId] of rows) {
    if (undoneIds.has(movementId)) continue
    const own = helpByCaseFile.get(caseFileId) ?? new Map<string, GivenHelp>()
    helpByCaseFile.set(caseFileId, own)
    const groups = new Set(own.get(movementId)?.groups).add(categoryOf(itemId) ?? 'other')
    own.set(movementId, { caseFileId, movementId, at: at as Instant, groups: [...groups] })
  }
  return helpByCaseFile
}
