import type { Page } from 'playwright'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { StaffMember } from '#shared/staff/staff'
import { dayInVietnam, instantFromMs, type Instant } from '#shared/time/time'
import { inOrder, type Trip } from '#shared/trip/trip'
import { tripPackageId } from '#shared/trip/trip-package'
import { openPartPhone, type PartPhone } from '../../support/part-phone.ts'

const HOA = { id: 'hoa', role: 'courier' } as StaffMember
const DOOR = '5-1'

let phone: PartPhone
let page: Page
beforeAll(async () => {
  phone = await openPartPhone()
  page = await phone.open()
})
afterAll(() => phone?.close())
beforeEach(() =>
  page.evaluate(async () => {
    await window.db.trips.clear()
    await window.db.packages.clear()
  }),
)

function putTrip(id: string, courierId: string) {
  const trip = {
    id,
    courierId,
    code: `CG-${id}`,
    dayOn: dayInVietnam(instantFromMs(Date.now())),
    state: 'on-the-way',
    stops: inOrder([{ consignmentId: DOOR, caseFileId: 'f-1' } as never]),
  } as unknown as Trip
  return page.evaluate(async (body) => {
    await window.db.trips.put({ id: body.id, version: 1, deleted: false, body })
  }, trip)
}

function putPackage(tripId: string) {
  const held = {
    id: tripPackageId(tripId, DOOR),
    kind: 'trip',
    staffId: HOA.id,
    caseFileId: 'f-1',
    tripId,
    consignmentId: DOOR,
    dayOn: dayInVietnam(instantFromMs(Date.now())),
    sealed: 'AAAA',
  }
  return page.evaluate(async (row) => void (await window.db.packages.put(row as never)), held)
}

test('goods that are on the trip of a lost phone as well are handed over on the courier’s own trip', async () => {
  await putTrip('a-lost', 'minh')
  await putTrip('b-own', HOA.id)
  const stock = { locationId: `transit:${DOOR}`, lotId: 'item:rice~~~', itemId: 'item:rice' }
  const found = await page.evaluate(
    async ([row, staff, id]) => {
      await window.db.stock.put(row as never)
      return window.core.readDoor(window.db, id as never, staff)
    },
    [{ ...stock, ordered: 5, pending: 0 }, HOA, DOOR] as const,
  )
  expect(found.trip?.id).toBe('b-own')
  expect(found.door).toMatchObject({ kind: 'ready', atTheDoor: { tripId: 'b-own' } })
  expect(found.door).not.toHaveProperty('atTheDoor.otherTrip')
})

test('what was left over goes out on another trip with its name, and the one before has lost it', async () => {
  const handover = { id: 'h-1', consignmentId: DOOR, tripId: 'monday', outcome: 'part', occurredAt: now() }
  const row = { id: 'h-1', consignmentId: DOOR, tripId: 'monday', handover, confirmed: [], corrected: [] }
  await page.evaluate(async (known) => void (await window.db.handovers.put(known as never)), row)
  for (const trip of ['monday', 'tuesday']) {
    await putTrip(trip, HOA.id)
    await putPackage(trip)
  }
  await page.evaluate(() => window.core.tidyPackages(window.db))
  const held = await page.evaluate(() => window.db.packages.toCollection().primaryKeys())
  expect(held).toEqual([tripPackageId('tuesday', DOOR)])
})

function now(): Instant {
  return instantFromMs(Date.now())
}
