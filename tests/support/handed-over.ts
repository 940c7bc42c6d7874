import type { ConfirmationKind, Handover } from '#shared/handover/handover'
import type { Fact } from '#shared/sync/fact'
import type { RecordedFact } from './arbitrary-movements.ts'

const AT = '2026-11-22T03:00:00.000Z'
const DEVICE = { deviceId: 'd1', warehouseId: 'w1' }

interface HandedOver {
  /** Ends the ids of the facts, so that several handovers can be told apart. */
  readonly n?: number
  readonly handover?: Partial<Record<keyof Handover, unknown>>
}

/** The facts of a handover of all goods of one line, and of what confirmed it later. */
export function handedOver(
  later: readonly ConfirmationKind[],
  { n = 0, handover }: HandedOver = {},
): RecordedFact[] {
  const idOf = (what: number) => `77777777-0000-7000-8000-${String(n * 100 + what).padStart(12, '0')}`
  const head = { ...DEVICE, staffId: 'staff-1', occurredAt: AT }
  const fact = (what: number, kind: Fact['kind'], body: object) => ({
    ...DEVICE,
    fact: {
      id: idOf(what),
      deviceSeq: 1000 + n * 100 + what,
      recordedAt: AT,
      kind,
      body: { ...head, id: idOf(what), ...body },
    } as Fact,
  })
  return [
    fact(0, 'handover', {
      consignmentId: 'con-1',
      caseFileId: 'case-1',
      lines: [{ itemId: 'item:rice', lotId: 'item:rice~~~', delivered: 5, left: 0 }],
      outcome: 'all',
      recipient: 'self',
      identity: 'card',
      identityMatched: true,
      confirmations: [],
      needed: ['giver', 'recipient'],
      parts: [],
      movementId: idOf(99),
      ...handover,
    }),
    ...later.map((kind, index) =>
      fact(1 + index, 'handover-confirmed', { handoverId: idOf(0), confirmation: confirmed(kind) }),
    ),
  ]
}

/** With a PIN, or signed. */
function confirmed(kind: ConfirmationKind): object {
  return { kind, at: AT, ...(kind === 'giver' ? { staffId: 'staff-1' } : { partHash: 'a'.repeat(64) }) }
}
