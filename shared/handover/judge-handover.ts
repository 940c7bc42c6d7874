import type { Finding } from '../finding/finding.ts'
import { byTime } from './handover-state.ts'
import type { Handover, HandoverCorrected, HandoverLine } from './handover.ts'

/** What one handover says against itself; nothing else that may arrive changes it. */
export function judgeHandover(handover: Handover): Finding[] {
  const { id: handoverId, caseFileId, consignmentId, basis, farM, helpedElsewhere } = handover
  const findings: Finding[] = []
  if (handover.otherTrip) findings.push({ kind: 'other-trip', consignmentId, caseFileId, handoverId })
  if (handover.withoutPin) findings.push({ kind: 'handover-without-pin', caseFileId, handoverId })
  if (handover.identityMatched === false) findings.push({ kind: 'identity-mismatch', caseFileId, handoverId })
  if (farM !== undefined) findings.push({ kind: 'place-far', caseFileId, farM, handoverId })
  // A neighbour who takes the goods for somebody shows papers of their own.
  if (helpedElsewhere && handover.recipient === 'self') {
    const { on: helpedOn, opensOn } = helpedElsewhere
    findings.push({ kind: 'helped-elsewhere', caseFileId, helpedOn, opensOn, handoverId })
  }
  if (basis?.tick === 'red' && handover.outcome !== 'none') {
    const { override } = basis
    findings.push({ kind: 'red-at-the-door', caseFileId, ...(override && { override }), handoverId })
  }
  return findings
}

/** Corrections that came from another warehouse than the handover itself, each a finding, whichever of them counts. */
export function judgeCorrections(
  { id: handoverId, caseFileId, consignmentId, warehouseId }: Handover,
  corrections: readonly HandoverCorrected[],
): { readonly finding: Finding; readonly correction: HandoverCorrected }[] {
  return corrections
    .filter((correction) => correction.warehouseId !== warehouseId)
    .map((correction) => {
      const { id: correctionId } = correction
      const finding = {
        kind: 'corrected-elsewhere',
        consignmentId,
        caseFileId,
        handoverId,
        correctionId,
      } as const
      return { finding, correction }
    })
}

/** A handover as it stands after corrections. */
export interface StandingHandover {
  readonly id: string
  readonly occurredAt: string
  readonly consignmentId: string
  readonly caseFileId: string
  readonly lines: readonly HandoverLine[]
}

/**
 * All handovers of one consignment, judged together in their order by time and id. A second visit may bring what the
 * first left over; whoever hands over more than that has handed over twice. One finding, however many there are.
 */
export function judgeTwice(
  handovers: readonly StandingHandover[],
): Extract<Finding, { kind: 'delivered-twice' }> | undefined {
  const leftByLot = new Map<string, number>()
  const itemIds = new Set<string>()
  let second: StandingHandover | undefined
  for (const handover of handovers.toSorted(byTime)) {
    for (const { itemId, lotId, delivered, left } of handover.lines) {
      const before = leftByLot.get(lotId)
      if (before !== undefined && delivered > before) {
        itemIds.add(itemId)
        second ??= handover
      }
      leftByLot.set(lotId, before === undefined ? left : Math.max(0, before - delivered))
    }
  }
  if (!second) return undefined
  const { id: handoverId, consignmentId, caseFileId } = second
  return { kind: 'delivered-twice', consignmentId, caseFileId, itemIds: [...itemIds].sort(), handoverId }
}
