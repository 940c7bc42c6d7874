import type {
  Confirmation,
  ConfirmationKind,
  Handover,
  HandoverId,
  Identity,
  Recipient,
} from '#shared/handover/handover'
import { outcomeOf, type LeftReason } from '#shared/handover/handover'
import { neededConfirmations } from '#shared/handover/needed-confirmations'
import { draftDelivery } from '#shared/movement/draft-delivery'
import type { Household } from '#shared/person/person'
import type { Instant } from '#shared/time/time'
import type { TripId } from '#shared/trip/trip'
import { accept } from './accept.ts'
import type { DemoField, DemoPart } from './demo-field.ts'
import { drawHouse } from './demo-picture.ts'
import { signLike } from './sign-like.ts'
import type { WeekConsignment, WeekLine } from './week-goods.ts'

export interface AtTheDoor {
  readonly tripId: TripId
  readonly consignment: WeekConsignment
  readonly household: Household
  readonly when: Instant
  readonly recipient: Recipient
  readonly identity: Identity
  /** Who signs there and then beside the courier. */
  readonly signed: readonly Exclude<ConfirmationKind, 'giver'>[]
  /** What stays on the car, of each line, and why. */
  readonly left?: { readonly of: (line: WeekLine) => number; readonly reason: LeftReason }
  readonly withPicture?: boolean
}

/** What a courier's phone makes at a door: the delivery, its proof, and beside it, sealed, who took the goods and where. */
export function handOver(field: DemoField, door: AtTheDoor): { id: HandoverId; parts: readonly DemoPart[] } {
  const { clerk, world } = field
  const { courierPhone: device } = world.team
  const { courierId } = world.warehouses[0]!
  const { consignment, when, tripId, left } = door
  const { id: consignmentId, home } = consignment
  const id = clerk.idAt(when) as HandoverId
  const lines = consignment.lines.map((line) => {
    const stays = left?.of(line) ?? 0
    const { itemId, lotId, quantity } = line
    return {
      itemId,
      lotId,
      delivered: quantity - stays,
      left: stays,
      ...(stays > 0 && { reason: left!.reason }),
    }
  })
  const outcome = outcomeOf(lines)
  const isNone = outcome === 'none'
  const recipient = isNone ? 'nobody' : door.recipient
  const identity = isNone ? 'none' : door.identity
  const signature = clerk.sign(device, courierId, when)
  const goods = lines
    .filter(({ delivered }) => delivered > 0)
    .map((it) => ({ ...it, quantity: it.delivered }))
  const request = { consignmentId, caseFileId: home.id, lines: goods }
  const delivery = isNone ? undefined : accept(draftDelivery(request, signature))
  const sealed = sealedAt(field, door, id, isNone)
  const handover: Handover = {
    id,
    ...device,
    staffId: courierId,
    occurredAt: when,
    consignmentId,
    caseFileId: home.id,
    tripId,
    lines,
    outcome,
    recipient,
    identity,
    identityMatched: identity === 'card' || identity === 'number' ? true : null,
    confirmations: [{ kind: 'giver', at: when, staffId: courierId }, ...sealed.confirmations],
    needed: neededConfirmations({ outcome, recipient, identity }),
    parts: sealed.parts.map(({ hash }) => hash),
    ...(delivery && { movementId: delivery.id }),
  }
  clerk.push(device, when, [
    ...(delivery ? [{ kind: 'movement' as const, body: delivery }] : []),
    { kind: 'handover', body: handover },
  ])
  return { id, parts: sealed.parts }
}

function sealedAt(field: DemoField, door: AtTheDoor, handoverId: HandoverId, isNone: boolean) {
  const { household, when, consignment, signed, recipient, identity, withPicture } = door
  const { courierPhone: device } = field.world.team
  const header = { subjectId: handoverId, caseFileId: consignment.home.id, keptAt: when }
  const seal = (kind: DemoPart['header']['kind'], content: Uint8Array | object) =>
    field.seal(device, content, { kind, ...header })
  const [person] = household.persons
  const told = {
    ...(recipient === 'proxy' && { proxy: { name: 'Con gái mẫu', why: 'Cụ đang nằm nghỉ' } }),
    ...(identity === 'number' && { idNumber: person!.idNumber }),
    ...(identity === 'card' && {
      idNumber: person!.idNumber,
      card: { name: person!.name, bornOn: `${person!.birthYear}-01-01`, sex: person!.sex },
    }),
    ...(signed.includes('witness') && { witnessName: 'Trưởng thôn mẫu' }),
  }
  const parts = [seal('recipient', { handoverId, place: household.place, ...(!isNone && told) })]
  const confirmations: Confirmation[] = []
  for (const who of signed) {
    const part = seal('signature', { handoverId, who, ...signLike(field.random) })
    parts.push(part)
    confirmations.push({ kind: who, at: when, partHash: part.hash })
  }
  if (withPicture) parts.push(seal('picture', drawHouse(Math.floor(field.random() * 20))))
  return { parts, confirmations }
}
