import { expect, test } from 'vitest'
import type { LocalDate } from '#shared/time/time'
import { packagesToWipe, type WipeGround } from '#shared/trip/packages-to-wipe'
import { tripPackageId, visitPackageId, type TripPackage } from '#shared/trip/trip-package'
import { inOrder, type Trip } from '#shared/trip/trip'

const DAY = '2026-11-21' as LocalDate
const trip = {
  id: 't1',
  courierId: 'hoa',
  state: 'on-the-way',
  dayOn: DAY,
  stops: inOrder(['c1', 'c2'].map((id) => ({ consignmentId: id, caseFileId: `f-${id}` }) as never)),
} as unknown as Trip

function doorOf(consignmentId: string): TripPackage {
  return {
    id: tripPackageId('t1', consignmentId),
    kind: 'trip',
    staffId: 'hoa',
    caseFileId: `f-${consignmentId}`,
    tripId: 't1',
    consignmentId,
    dayOn: DAY,
  } as unknown as TripPackage
}
const doors = [doorOf('c1'), doorOf('c2')]

function wiped(ground: Partial<WipeGround>, packages: readonly TripPackage[] = doors): string[] {
  return packagesToWipe(packages, {
    today: DAY,
    revoked: false,
    tripById: new Map([[trip.id, trip]]),
    acknowledged: new Set(),
    ...ground,
  })
}
const changed = (change: object) => ({ tripById: new Map([['t1', { ...trip, ...change }]]) })

test('during the trip nothing is wiped', () => {
  expect(wiped({})).toEqual([])
})

test('the names of a door go when the server has its handover, and only those', () => {
  expect(wiped({ acknowledged: new Set(['c1']) })).toEqual(['t1:c1'])
})

test.each([
  ['2026-11-22', 0],
  ['2026-11-23', 2],
])('a trip of the 21st: on %s %i doors are wiped, without a network', (today, count) => {
  expect(wiped({ today: today as LocalDate })).toHaveLength(count)
})

test('a device that was shut out keeps none', () => {
  expect(wiped({ revoked: true })).toEqual(['t1:c1', 't1:c2'])
})

test('what left the trip, the courier or the road goes', () => {
  expect(wiped(changed({ stops: trip.stops.slice(1) }))).toEqual(['t1:c1'])
  expect(wiped(changed({ courierId: 'minh' }))).toHaveLength(2)
  expect(wiped(changed({ state: 'ended' }))).toHaveLength(2)
})

test('packages that came before their trip are kept', () => {
  expect(wiped({ tripById: new Map() })).toEqual([])
})

test('a visit is kept until the day after, whatever happens to trips', () => {
  const visit = { ...doorOf('c9'), id: visitPackageId('f9'), kind: 'visit' } as TripPackage
  expect(wiped({ tripById: new Map() }, [visit])).toEqual([])
  expect(wiped({ today: '2026-11-23' as LocalDate }, [visit])).toEqual(['visit:f9'])
})
