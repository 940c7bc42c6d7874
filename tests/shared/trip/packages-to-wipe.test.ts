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
    surveyedOn: new Map(),
    ...ground,
  })
}
const changed = (change: object) => ({ tripById: new Map([['t1', { ...trip, ...change }]]) })

test('during the trip nothing is wiped', () => {
  expect(wiped({})).toEqual([])
})

test('the names of a door go when the server has its handover, and only those', () => {
  expect(wiped({ acknowledged: new Set(['t1:c1']) })).toEqual(['t1:c1'])
  expect(wiped({ acknowledged: new Set(['c2']) })).toEqual(['t1:c2'])
  expect(wiped({ acknowledged: new Set(['t0:c1']) })).toEqual([])
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

const visit = { ...doorOf('c9'), id: visitPackageId('f9'), kind: 'visit', caseFileId: 'f9' } as TripPackage

test.each([
  ['2026-12-05', []],
  ['2026-12-06', ['visit:f9']],
])('a visit given on the 21st, whatever happens to trips: on %s %j is wiped', (today, ids) => {
  expect(wiped({ tripById: new Map(), today: today as LocalDate }, [visit])).toEqual(ids)
})

test('a visit goes when the server has its survey, and not for one from before', () => {
  const surveyed = (day: string) => wiped({ surveyedOn: new Map([['f9', day as LocalDate]]) }, [visit])
  expect(surveyed('2026-11-21')).toEqual(['visit:f9'])
  expect(surveyed('2026-11-20')).toEqual([])
  expect(wiped({ surveyedOn: new Map([['f8', DAY]]) }, [visit])).toEqual([])
  expect(wiped({ revoked: true }, [visit])).toEqual(['visit:f9'])
})
