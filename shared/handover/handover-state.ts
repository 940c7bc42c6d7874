import type { Instant } from '../time/time.ts'
import type {
  Confirmation,
  ConfirmationKind,
  Handover,
  HandoverConfirmed,
  HandoverCorrected,
} from './handover.ts'
import { isProven, missingConfirmations, neededConfirmations } from './needed-confirmations.ts'

/** A handover with all that was said of it since: the order in which that arrived does not matter. */
export interface HandoverState extends Pick<Handover, 'lines' | 'outcome'> {
  /** Those that are proven. */
  readonly confirmations: readonly Confirmation[]
  readonly missing: readonly ConfirmationKind[]
  /** When the last of those who were needed confirmed; undefined while somebody is missing. */
  readonly completeAt: Instant | undefined
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
  const confirmations = [...handover.confirmations, ...added].filter(isProven)
  const rule = neededConfirmations({ ...handover, outcome })
  const needed = outcome === 'none' ? rule : [...new Set([...rule, ...handover.needed])]
  const missing = missingConfirmations(needed, confirmations)
  const completeAt =
    missing.length > 0 ? undefined : latestOfFirst(needed, confirmations, handover.occurredAt)
  return { lines, outcome, confirmations, missing, completeAt, corrected }
}

/** The first confirmation of each kind counts; a second one changes nothing. */
function latestOfFirst(
  needed: readonly ConfirmationKind[],
  confirmations: readonly Confirmation[],
  occurredAt: Instant,
): Instant {
  const firsts = needed.map((kind) => {
    const own = confirmations.filter((one) => one.kind === kind).map(({ at }) => at)
    return own.reduce((first, at) => (at < first ? at : first))
  })
  return firsts.reduce((latest, at) => (at > latest ? at : latest), occurredAt)
}

interface Timed {
  readonly occurredAt: string
  readonly id: string
}

export function byTime(a: Timed, b: Timed): number {
  if (a.occurredAt !== b.occurredAt) return a.occurredAt < b.occurredAt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}
