import type { StaffId } from '../staff/staff.ts'
import { msFromInstant, type Instant } from '../time/time.ts'
import type { CaseFile } from './case-file.ts'

/** Whether goods may leave for a case file, and if not at once, why. */
export type DispatchGate =
  | { readonly kind: 'open' }
  /** `shared-phone`: another household gave the same phone. */
  | { readonly kind: 'second-person'; readonly why: 'yellow' | 'shared-phone' }
  | { readonly kind: 'stopped'; readonly reason: 'red' | 'expired' | 'unknown' }

/** Green goes through, yellow or a phone of two households needs a second person, red, run out or unknown is stopped. */
export function dispatchGate(
  caseFile: Pick<CaseFile, 'tick' | 'tickUntil'> | undefined,
  at: Instant,
  { sharedPhone = false }: { readonly sharedPhone?: boolean | undefined } = {},
): DispatchGate {
  if (!caseFile) return { kind: 'stopped', reason: 'unknown' }
  if (caseFile.tick === 'red') return { kind: 'stopped', reason: 'red' }
  if (caseFile.tick === 'yellow') return { kind: 'second-person', why: 'yellow' }
  const runOut = caseFile.tickUntil !== null && msFromInstant(caseFile.tickUntil) < msFromInstant(at)
  if (runOut) return { kind: 'stopped', reason: 'expired' }
  return sharedPhone ? { kind: 'second-person', why: 'shared-phone' } : { kind: 'open' }
}

export interface Override {
  readonly staffId: StaffId
  readonly reason: string
}
