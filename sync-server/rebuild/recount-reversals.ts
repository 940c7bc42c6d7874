import type { Finding } from '#shared/finding/finding'
import { judgeReversals } from '#shared/finding/judge-reversals'
import type { Movement } from '#shared/movement/movement'
import { falseReversal, readMovement } from '../finding/judge-named-reversals.ts'
import type { LedgerStatements } from '../movement/ledger-statements.ts'

/** Which of all reversals stand, what they undo, and the findings of the others. */
export function recountReversals(
  statements: LedgerStatements,
  reversals: readonly (readonly [seq: number, movement: Movement])[],
) {
  const seqOf = new Map(reversals.map(([seq, movement]) => [movement, seq]))
  const rows: (readonly unknown[])[] = []
  const undoneIds = new Set<string>()
  const undone: Movement[] = []
  const findings: { readonly finding: Finding; readonly occurredAt: string }[] = []
  for (const [reversesId, named] of Map.groupBy(seqOf.keys(), (it) => it.reversesId ?? '')) {
    const movement = readMovement(statements, reversesId)
    for (const judged of judgeReversals(movement, named)) {
      const finding = falseReversal(judged)
      rows.push([reversesId, seqOf.get(judged.reversal), finding ? 0 : 1])
      if (finding) findings.push({ finding, occurredAt: judged.reversal.occurredAt })
      else {
        undoneIds.add(reversesId)
        undone.push(movement!)
      }
    }
  }
  return { rows, undone, undoneIds, findings }
}
