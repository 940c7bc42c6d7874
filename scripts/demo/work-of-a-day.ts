import type { CaseFile } from '#shared/case-file/case-file'
import { dispatchGate } from '#shared/case-file/dispatch-gate'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { Donor } from '#shared/donor/donor'
import type { ItemId } from '#shared/item/item'
import { ANONYMOUS_DONOR, type LocationId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import { draftDelivery } from '#shared/movement/draft-delivery'
import { draftDispatch } from '#shared/movement/draft-dispatch'
import { draftIntake } from '#shared/movement/draft-intake'
import { draftReversal } from '#shared/movement/draft-reversal'
import type { Movement } from '#shared/movement/movement'
import { REPEAT_DAYS } from '#shared/repeat/repeat-rule'
import { allocateFefo } from '#shared/stock/fefo'
import {
  addDays,
  addMonths,
  DAY_MS,
  dayInVietnam,
  HOUR_MS,
  instantFromMs,
  msFromInstant,
  type Instant,
} from '#shared/time/time'
import { accept } from './accept.ts'
import type { DemoClerk } from './demo-clerk.ts'
import { DEMO_ITEMS, type DemoItem } from './demo-items.ts'
import { DEMO_DONORS, SHELF_BY_CATEGORY } from './demo-places.ts'
import type { DemoDevice, DemoWarehouse, DemoWorld } from './demo-world.ts'

/** A household is not helped again sooner than the usual rule asks. */
const REPEAT_MS = REPEAT_DAYS * DAY_MS

export interface Month {
  readonly world: DemoWorld
  readonly clerk: DemoClerk
  readonly random: () => number
  readonly helpedAtMs: Map<string, number>
  /** Does something on a device at that time, if the device is heard from then. */
  readonly later: (device: DemoDevice, at: Instant, run: (at: Instant) => void) => void
}

export function nameDonors({ clerk }: Month, { id, devices }: DemoWarehouse, at: Instant): void {
  const donors = DEMO_DONORS.map((name, index): Donor => ({ id: donorId(id, index), anonymous: false, name }))
  clerk.push(
    devices[0]!,
    at,
    donors.map((body) => ({ kind: 'donor-named', body })),
  )
}

/** A donor brings one to three kinds of goods; every sixth does not say who. */
export function takeIn(month: Month, warehouse: DemoWarehouse, at: Instant): void {
  const { clerk, random } = month
  const device = warehouse.devices[0]!
  const donor = Math.floor(random() * DEMO_DONORS.length)
  const items = new Set(Array.from({ length: 1 + Math.floor(random() * 3) }, () => pick(random, DEMO_ITEMS)))
  const lines = [...items].map((demoItem) => ({
    ...goodsOf(demoItem, at, random),
    quantity: intakeQuantity(demoItem, random),
    shelfId: shelfFor(warehouse, demoItem),
  }))
  const donorLocation = random() < 1 / 6 ? ANONYMOUS_DONOR : donorId(warehouse.id, donor)
  clerk.record(
    device,
    accept(draftIntake({ donorId: donorLocation, lines }, clerk.sign(device, warehouse.keeperId, at))),
  )
}

/** Someone who waits for help gets a share of what is there, first what expires first. */
export function dispatchToSomeone(month: Month, warehouse: DemoWarehouse, at: Instant): void {
  const { world, random, helpedAtMs } = month
  const waiting = world.caseFiles.filter(
    (caseFile) =>
      dispatchGate(caseFile, at).kind !== 'stopped' &&
      msFromInstant(at) - (helpedAtMs.get(caseFile.id) ?? -Infinity) > REPEAT_MS,
  )
  if (waiting.length === 0) return
  const caseFile = pick(random, waiting)
  const lines = shareFor(month, warehouse, caseFile, at)
  if (lines.length === 0) return
  helpedAtMs.set(caseFile.id, msFromInstant(at))
  dispatch(month, warehouse, caseFile, lines, at)
}

interface ShelfLine {
  readonly itemId: ItemId
  readonly lotId: ReturnType<typeof lotId>
  readonly quantity: number
  readonly shelfId: LocationId
}

function shareFor(
  { clerk, random }: Month,
  { shelves }: DemoWarehouse,
  { householdSize, category }: CaseFile,
  at: Instant,
): ShelfLine[] {
  const lots = clerk.lotsOn(shelves.map(({ id }) => id))
  const fitting = DEMO_ITEMS.filter(
    ({ item }) => (category === 'building') === (item.category === 'building'),
  )
  const wanted = new Set(Array.from({ length: 5 + Math.floor(random() * 8) }, () => pick(random, fitting)))
  const households = Math.max(1, Math.round(householdSize / 3))
  return [...wanted].flatMap(({ item, shareQuantity }) => {
    const lotsOfItem = lots.filter((lot) => lot.lotId.startsWith(`${item.id}~`))
    const { takes } = allocateFefo(lotsOfItem, shareQuantity * households, dayInVietnam(at))
    return takes.map(({ lot, quantity }) => ({
      itemId: item.id,
      lotId: lot.lotId,
      quantity,
      shelfId: lot.locationId,
    }))
  })
}

/** Nine of ten are handed over within two days by the couriers' tablet. */
function dispatch(
  month: Month,
  warehouse: DemoWarehouse,
  caseFile: CaseFile,
  lines: readonly ShelfLine[],
  at: Instant,
): void {
  const { clerk, random, later } = month
  const device = warehouse.devices[0]!
  const signature = clerk.sign(device, warehouse.keeperId, at)
  const consignmentId = signature.movementId as string as ConsignmentId
  const isYellow = dispatchGate(caseFile, at).kind === 'second-person'
  const override = isYellow ? { staffId: warehouse.leadId, reason: 'Đã gọi xã xác nhận' } : undefined
  const request = { caseFile, consignmentId, snapshotAt: at, override, lines }
  clerk.record(device, accept(draftDispatch(request, signature)))

  const courier = warehouse.devices.at(-1)!
  if (random() > 0.9) return
  const arrivesAt = instantFromMs(msFromInstant(at) + Math.round((2 + random() * 40) * HOUR_MS))
  later(courier, arrivesAt, (deliveredAt) => {
    const handedOver = { consignmentId, caseFileId: caseFile.id, lines }
    clerk.record(
      courier,
      accept(draftDelivery(handedOver, clerk.sign(courier, warehouse.keeperId, deliveredAt))),
    )
  })
}

/** A slip of the finger, noticed at once: ten thousand packs that never came. */
export function undoAnIntake({ clerk }: Month, warehouse: DemoWarehouse, at: Instant): void {
  const device = warehouse.devices[0]!
  const demoItem = DEMO_ITEMS.find(({ item }) => item.category === 'food')!
  const line = {
    ...goodsOf(demoItem, at, () => 0.5),
    quantity: 10_000,
    shelfId: shelfFor(warehouse, demoItem),
  }
  const wrong = accept(
    draftIntake(
      { donorId: donorId(warehouse.id, 0), lines: [line] },
      clerk.sign(device, warehouse.keeperId, at),
    ),
  )
  clerk.record(device, wrong)
  const noticedAt = instantFromMs(msFromInstant(at) + 90_000)
  const reversal = draftReversal(
    { undone: wrong, reason: 'Gõ nhầm số lượng' },
    clerk.sign(device, warehouse.keeperId, noticedAt),
  )
  clerk.record(device, accept(reversal))
}

/** The goods came in on the tablet that is silent now, so the books of the second warehouse are below zero. */
export function dispatchBeforeItsIntake(month: Month, at: Instant): Movement | undefined {
  const { world, clerk } = month
  const warehouse = world.warehouses[1]!
  const caseFile = world.caseFiles.find((it) => dispatchGate(it, at).kind === 'open')
  const demoItem = DEMO_ITEMS.find(({ item }) => item.category === 'drink' && item.unit === 'hộp')!
  if (!caseFile) return undefined
  const device = warehouse.devices[0]!
  const signature = clerk.sign(device, warehouse.keeperId, at)
  const line = {
    ...goodsOf(demoItem, at, () => 0.5),
    quantity: 96,
    shelfId: shelfFor(warehouse, demoItem),
  }
  const movement = accept(
    draftDispatch(
      {
        caseFile,
        consignmentId: signature.movementId as string as ConsignmentId,
        snapshotAt: at,
        lines: [line],
      },
      signature,
    ),
  )
  clerk.record(device, movement)
  return movement
}

/** Whole packs or kilograms, as people bring them. */
function intakeQuantity({ item, intakeQuantity: usual }: DemoItem, random: () => number): number {
  const step = item.packs[0]?.quantity ?? (item.baseUnit === 'piece' ? 1 : 1000)
  return Math.max(1, Math.round((usual * (0.15 + random() * 0.4)) / step)) * step
}

function goodsOf({ item, shelfMonths }: DemoItem, at: Instant, random: () => number) {
  const today = dayInVietnam(at)
  const monthsLeft = 1 + Math.floor(shelfMonths * (0.3 + random() * 0.6))
  const lot =
    item.dates === 'none'
      ? { itemId: item.id }
      : {
          itemId: item.id,
          lotNumber: `L${today.slice(2).replaceAll('-', '')}`,
          expiresOn: addDays(addMonths(today, monthsLeft), Math.floor(random() * 28)),
        }
  return { itemId: item.id, lotId: lotId(lot) }
}

function shelfFor({ shelves }: DemoWarehouse, { item }: DemoItem): LocationId {
  return shelves[SHELF_BY_CATEGORY[item.category]]!.id
}

function donorId(warehouseId: string, index: number): Donor['id'] {
  return `donor:demo-${warehouseId}-${index + 1}` as Donor['id']
}

function pick<Value>(random: () => number, values: readonly Value[]): Value {
  return values[Math.floor(random() * values.length)]!
}
