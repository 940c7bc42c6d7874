import { findingKey, type Finding } from '#shared/finding/finding'
import { judgeReversals, type JudgedReversal, type ReversalFault } from '#shared/finding/judge-reversals'
import type { Movement } from '#shared/movement/movement'
import type { WriterDb } from '../database/writer-db.ts'
import type { LedgerStatements } from '../movement/ledger-statements.ts'
import { countDay, type LedgerChanges } from '../stock/ledger-changes.ts'
import { closeFinding } from './close-finding.ts'
import { openFinding } from './open-finding.ts'

/**
 * Judges every reversal that names one of these movements, whichever of the two came first, and leaves what is undone
 * out of the count of its day. Nearly always there is none: then this is one look into a table that holds reversals alone.
 */
export function judgeNamedReversals(
  db: WriterDb,
  statements: LedgerStatements,
  {
    movementIds,
    days,
    at,
  }: { readonly movementIds: readonly string[]; readonly days: LedgerChanges['days']; readonly at: string },
): void {
  if (!statements.anyReversal.get()) return
  const named = statements.reversed.all(JSON.stringify(movementIds)) as { reversesId: string }[]
  for (const { reversesId } of named) {
    const rows = statements.reversalsOf.all(reversesId) as { seq: number; stands: 0 | 1; body: string }[]
    const reversals = new Map(rows.map(({ seq, body }) => [JSON.parse(body) as Movement, seq]))
    const undone = readMovement(statements, reversesId)
    const judgedReversals = judgeReversals(undone, [...reversals.keys()])
    const wasUndone = rows.some(({ stands }) => stands === 1)
    const isUndone = judgedReversals.some(({ fault }) => fault === undefined)
    if (undone && wasUndone !== isUndone) countDay(days, undone, isUndone ? -1 : 1)
    for (const judged of judgedReversals) {
      const { occurredAt, warehouseId } = judged.reversal
      const finding = falseReversal(judged)
      statements.setStands.run(finding ? 0 : 1, reversesId, reversals.get(judged.reversal))
      if (finding) openFinding(db, finding, { at, movementAt: occurredAt, warehouseId })
      else closeFinding(db, findingKey(asFinding(judged.reversal, 'unknown')), at)
    }
  }
}

export function falseReversal({ reversal, fault }: JudgedReversal): Finding | undefined {
  return fault && asFinding(reversal, fault)
}

export function readMovement({ byMovementId }: LedgerStatements, id: string): Movement | undefined {
  const row = byMovementId.get(id, id) as { body: string } | undefined
  return row && (JSON.parse(row.body) as Movement)
}

function asFinding({ id, reversesId = id }: Movement, fault: ReversalFault): Finding {
  return { kind: 'false-reversal', fault, reversesId, movementId: id }
}
