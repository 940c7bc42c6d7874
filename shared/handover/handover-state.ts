import type {
  Confirmation,
  ConfirmationKind,
  Handover,
  HandoverConfirmed,
  HandoverCorrected,
} from './handover.ts'
import { missingConfirmations, neededConfirmations } from './needed-confirmations.ts'

/** A handover with all that was said of it since: the order in which that arrived does not matter. */
export interface HandoverState extends Pick<Handover, 'lines' | 'outcome'> {
  readonly confirmations: readonly Confirmation[]
  readonly missing: readonly ConfirmationKind[]
  readonly corrected: HandoverCorrected | undefined
}

/** The latest correction speaks for the goods, by time and id. What had been needed stays needed while goods were handed over. */
export function stateOfHandover(
  handover: Handover,
  confirmed: readonly HandoverConfirmed[],
  corrections: readonly HandoverCorrected[],
): HandoverState {
  const corrected = corrections.toSorted(byTime).at(-1)
  const { lines, outcome } = corrected ?? handover
  const added = confirmed.toSorted(byTime).map(({ confirmation }) => confirmation)
  const confirmations = [...handover.confirmations, ...added]
  const rule = neededConfirmations({ ...handover, outcome })
  const needed = outcome === 'none' ? rule : [...new Set([...rule, ...handover.needed])]
  return { lines, outcome, confirmations, missing: missingConfirmations(needed, confirmations), corrected }
}

interface Timed {
  readonly occurredAt: string
  readonly id: string
}

export function byTime(a: Timed, b: Timed): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
