import type { Movement, MovementId } from '#shared/movement/movement'
import type { Signature } from '#shared/movement/signature'
import type { StaffId } from '#shared/staff/staff'
import { applyLines, type QuantityByPlace } from '#shared/stock/stock'
import type { LotInPlace } from '#shared/stock/fefo'
import type { LocationId } from '#shared/location/location'
import type { LotId } from '#shared/lot/lot'
import type { Fact, FactId } from '#shared/sync/fact'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import type { DemoDevice } from './demo-world.ts'

/** What one tablet hands in at one moment. */
export interface DemoPush {
  readonly device: DemoDevice
  readonly receivedAt: Instant
  readonly facts: readonly Fact[]
}

type BodyOf<Each> = Each extends Fact ? Pick<Each, 'kind' | 'body'> : never
/** What a job drafts; its number, its id and its time are given here. */
export type DraftedFact = BodyOf<Fact>

/** Keeps the books of the demo while it is drafted: numbers each device's facts and knows what lies where. */
export function createDemoClerk(random: () => number) {
  const quantityByPlace: QuantityByPlace = new Map()
  const lastSeqByDevice = new Map<string, number>()
  const pushes: DemoPush[] = []

  /** A UUIDv7 of that moment. */
  function idAt(at: Instant): string {
    const time = msFromInstant(at).toString(16).padStart(12, '0')
    const hex = (length: number) =>
      Array.from({ length }, () => Math.floor(random() * 16).toString(16)).join('')
    return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(3)}-8${hex(3)}-${hex(12)}`
  }

  return {
    pushes: pushes as readonly DemoPush[],
    idAt,
    sign(device: DemoDevice, staffId: StaffId, now: Instant): Signature {
      return { ...device, staffId, now, movementId: idAt(now) as MovementId }
    },
    /** Hands facts in a few seconds after they were recorded. */
    push(device: DemoDevice, at: Instant, drafted: readonly DraftedFact[]): void {
      const facts = drafted.map((fact) => {
        const deviceSeq = (lastSeqByDevice.get(device.deviceId) ?? 0) + 1
        lastSeqByDevice.set(device.deviceId, deviceSeq)
        return { ...fact, id: factIdOf(fact) ?? (idAt(at) as FactId), deviceSeq, recordedAt: at }
      })
      pushes.push({ device, receivedAt: instantFromMs(msFromInstant(at) + 4_000), facts })
    },
    record(device: DemoDevice, movement: Movement): void {
      applyLines(quantityByPlace, movement.lines)
      this.push(device, movement.occurredAt, [{ kind: 'movement', body: movement }])
    },
    /** What the books say lies on the shelves of a warehouse. */
    lotsOn(shelfIds: readonly LocationId[]): LotInPlace[] {
      const lots: LotInPlace[] = []
      for (const [key, quantity] of quantityByPlace) {
        const [locationId, lotId] = key.split('|') as [LocationId, LotId]
        if (quantity > 0 && shelfIds.includes(locationId)) lots.push({ locationId, lotId, quantity })
      }
      return lots
    },
  }
}
export type DemoClerk = ReturnType<typeof createDemoClerk>

/** A survey and a handover are known by the id of their fact. */
function factIdOf({ kind, body }: DraftedFact): FactId | undefined {
  return kind === 'survey' || kind === 'handover' || kind === 'handover-confirmed'
    ? (body.id as string as FactId)
    : undefined
}
