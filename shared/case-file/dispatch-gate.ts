import type { StaffId } from '../staff/staff.ts'
import { msFromInstant, type Instant } from '../time/time.ts'
import type { CaseFile } from './case-file.ts'

/** Whether goods may leave for a case file, and if not at once, why. */
export type DispatchGate =
  | { readonly kind: 'open' }
  | { readonly kind: 'second-person' }
  | { readonly kind: 'stopped'; readonly reason: 'red' | 'expired' | 'unknown' }

/** Green goes through, yellow needs a second person, red, run out or unknown is stopped. */
export function dispatchGate(
  caseFile: Pick<CaseFile, 'tick' | 'tickUntil'> | undefined,
  at: Instant,
): DispatchGate {
  if (!caseFile) return { kind: 'stopped', reason: 'unknown' }
  if (caseFile.tick === 'red') return { kind: 'stopped', reason: 'red' }
  if (caseFile.tick === 'yellow') return { kind: 'second-person' }
  const runOut = caseFile.tickUntil !== null && msFromInstant(caseFile.tickUntil) < msFromInstant(at)
  return runOut ? { kind: 'stopped', reason: 'expired' } : { kind: 'open' }
}

export interface Override {
  readonly staffId: StaffId
  readonly reason: string
}
