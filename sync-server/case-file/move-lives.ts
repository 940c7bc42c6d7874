import type { CaseFileId } from '#shared/case-file/case-file'
import { stepAfter } from '#shared/case-file/fold-life'
import type { CaseLife } from '#shared/case-file/life'
import type { Movement } from '#shared/movement/movement'
import type { WriterDb } from '../database/writer-db.ts'
import { eventOfMovement, isHelp, refoldLife } from './fold-lives.ts'

/**
 * What the movements of one commit change in the lives of the case files they name. They lie in the log already, so
 * nothing is written of them here; and most leave a case file in the step it was in since before.
 */
export function moveLives(
  db: WriterDb,
  movements: readonly Movement[],
  reversedIds: ReadonlySet<string>,
): void {
  const changed = reversedIds.size > 0 ? readReversed(db, reversedIds) : new Set<CaseFileId>()
  const lives = movements.length > 0 ? readLives(db, movements) : undefined
  for (const movement of lives ? movements : []) {
    const life = lives!.get(movement.caseFileId!)
    if (life && !changed.has(life.caseFileId) && moves(life, movement)) changed.add(life.caseFileId)
  }
  for (const caseFileId of changed) refoldLife(db, caseFileId)
}

type LifeOfHelped = Pick<CaseLife, 'caseFileId' | 'step' | 'since' | 'tick' | 'tickUntil'>

/** Later than the step it is in and of no other: whatever else happened in between left it there too. */
function moves(life: LifeOfHelped, movement: Movement): boolean {
  if (!isHelp(movement.kind)) return false
  if (movement.occurredAt <= life.since) return true
  return stepAfter(life, eventOfMovement(life.caseFileId, movement)) !== life.step
}

function readLives(db: WriterDb, movements: readonly Movement[]): Map<string, LifeOfHelped> {
  const ids = new Set(movements.map(({ caseFileId }) => caseFileId))
  const rows = db
    .prepare(
      `SELECT "caseFileId", "step", "since", "tick", "tickUntil" FROM "caseLife"
       WHERE "caseFileId" IN (SELECT "value" FROM json_each(?))`,
    )
    .all(JSON.stringify([...ids])) as LifeOfHelped[]
  return new Map(rows.map((row) => [row.caseFileId, row]))
}

/** Case files of what the reversals of this commit undo. */
function readReversed(db: WriterDb, reversedIds: ReadonlySet<string>): Set<CaseFileId> {
  const ids = JSON.stringify([...reversedIds])
  const rows = db
    .prepare(
      `SELECT "caseFileId" FROM "fact" WHERE "id" IN (SELECT "value" FROM json_each(?)) AND "caseFileId" IS NOT NULL
       UNION
       SELECT "caseFileId" FROM "fact" WHERE "movementId" IN (SELECT "value" FROM json_each(?)) AND "caseFileId" IS NOT NULL`,
    )
    .all(ids, ids) as { caseFileId: CaseFileId }[]
  return new Set(rows.map(({ caseFileId }) => caseFileId))
}
