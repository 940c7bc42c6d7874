import type { ConsignmentId } from '#shared/consignment/consignment'
import { slipCode } from '#shared/gs1/slip-code'
import type { ItemId } from '#shared/item/item'
import { ANONYMOUS_DONOR, type LocationId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import { draftDispatch } from '#shared/movement/draft-dispatch'
import { draftGiveBack } from '#shared/movement/draft-give-back'
import { draftIntake } from '#shared/movement/draft-intake'
import { addDays, type Instant } from '#shared/time/time'
import { accept } from './accept.ts'
import type { DemoField } from './demo-field.ts'
import { DEMO_ITEMS } from './demo-items.ts'
import { SHELF_BY_CATEGORY } from './demo-places.ts'
import type { Visited } from './visit-households.ts'

export interface WeekLine {
  readonly itemId: ItemId
  readonly lotId: ReturnType<typeof lotId>
  readonly quantity: number
  readonly shelfId: LocationId
}
/** Goods on their way to one household. */
export interface WeekConsignment {
  readonly id: ConsignmentId
  readonly home: Visited
  readonly lines: readonly WeekLine[]
}

/** Base units for one household, and for how many there is enough. */
const SHARE = [
  ['Gạo tẻ thơm', 10_000],
  ['Mì gói chua cay', 30],
  ['Sữa tươi tiệt trùng 180 ml', 12],
  ['Chăn lông cừu', 1],
] as const
const HOUSEHOLDS = 12
export const MILK_ID = itemNamed('Sữa tươi tiệt trùng 180 ml').item.id

/** One household's share of what the week's donor brought. */
export function shareOf({ world, today }: DemoField): readonly WeekLine[] {
  return SHARE.map(([name, quantity]) => {
    const { item, shelfMonths } = itemNamed(name)
    const dates = shelfMonths > 0 && {
      lotNumber: 'TUAN-MAU',
      expiresOn: addDays(today, 60 + 30 * shelfMonths),
    }
    return {
      itemId: item.id,
      lotId: lotId({ itemId: item.id, ...dates }),
      quantity,
      shelfId: world.warehouses[0]!.shelves[SHELF_BY_CATEGORY[item.category]]!.id,
    }
  })
}

export function takeInForTheWeek(field: DemoField, when: Instant): void {
  const lines = shareOf(field).map((line) => ({ ...line, quantity: line.quantity * HOUSEHOLDS }))
  record(field, when, (signature) => draftIntake({ donorId: ANONYMOUS_DONOR, lines }, signature))
}

export function dispatchShare(field: DemoField, home: Visited, when: Instant): WeekConsignment {
  const lines = shareOf(field)
  const { id } = record(field, when, (signature) => {
    const consignmentId = slipCode('consignment', signature.movementId) as ConsignmentId
    return draftDispatch({ caseFile: home, consignmentId, snapshotAt: when, lines }, signature)
  })
  return { id: slipCode('consignment', id) as ConsignmentId, home, lines }
}

/** The keeper scans what came back from the road and puts it on its shelf. */
export function putBack(
  field: DemoField,
  { id: consignmentId, home, lines }: WeekConsignment,
  leftOf: (line: WeekLine) => number,
  when: Instant,
): void {
  for (const line of lines.filter((it) => leftOf(it) > 0)) {
    const { shelfId } = line
    const goods = [{ ...line, quantity: leftOf(line) }]
    const request = { consignmentId, caseFileId: home.id, shelfId, lines: goods }
    record(field, when, (signature) => draftGiveBack(request, signature))
  }
}

function record(
  { clerk, world }: DemoField,
  when: Instant,
  draft: (
    signature: ReturnType<typeof clerk.sign>,
  ) => ReturnType<typeof draftIntake> | ReturnType<typeof draftDispatch>,
) {
  const { yardTablet } = world.team
  const movement = accept(draft(clerk.sign(yardTablet, world.warehouses[0]!.keeperId, when)))
  clerk.record(yardTablet, movement)
  return movement
}

function itemNamed(name: string) {
  return DEMO_ITEMS.find(({ item }) => item.name === name)!
}
