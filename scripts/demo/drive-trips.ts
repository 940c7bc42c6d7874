import { randomUUID } from 'node:crypto'
import { addDays, type Instant } from '#shared/time/time'
import type { Trip, TripId, TripState } from '#shared/trip/trip'
import { readTrip } from '../../sync-server/trip/read-trip.ts'
import { sealDriver } from '../../sync-server/trip/trip-driver.ts'
import { accept } from './accept.ts'
import { minutesAfter, type DemoField, type DemoPart } from './demo-field.ts'
import type { DemoHousehold, HouseholdKey } from './demo-households.ts'
import { handOver, type AtTheDoor } from './hand-over.ts'
import { madeUpPhone } from './made-up-numbers.ts'
import type { VisitedHomes, VisitedKey } from './visit-households.ts'
import { dispatchShare, MILK_ID, putBack, takeInForTheWeek, type WeekConsignment } from './week-goods.ts'

type Homes = Readonly<Record<HouseholdKey, DemoHousehold>>
type Door = Pick<AtTheDoor, 'recipient' | 'identity' | 'signed' | 'left' | 'withPicture'>

const MILK_BOXES_LEFT = 2
const TOGETHER = ['recipient', 'witness'] as const

/** Three days ago: two took all, one all but two boxes, one was not at home, and of one the witness has not signed yet. */
const DOORS: readonly (readonly [VisitedKey, Door])[] = [
  ['stream', { recipient: 'self', identity: 'card', signed: ['recipient'], withPicture: true }],
  ['cloud', { recipient: 'self', identity: 'witness', signed: TOGETHER }],
  [
    'wind',
    {
      recipient: 'self',
      identity: 'number',
      signed: TOGETHER,
      left: { of: ({ itemId }) => (itemId === MILK_ID ? MILK_BOXES_LEFT : 0), reason: 'damaged' },
      withPicture: true,
    },
  ],
  [
    'hill',
    {
      recipient: 'nobody',
      identity: 'none',
      signed: [],
      left: { of: ({ quantity }) => quantity, reason: 'absent' },
    },
  ],
  ['bamboo', { recipient: 'proxy', identity: 'number', signed: ['recipient'] }],
]
/** Today: whoever was not at home, and three who have not been helped yet. */
export const TODAY = ['hill', 'rock', 'field', 'star'] as const satisfies readonly VisitedKey[]

/** The last trip from its loading to what came back from it, and today's, prepared for the courier. */
export async function driveTrips(field: DemoField, homes: Homes, visited: VisitedHomes): Promise<Trip> {
  const { at } = field
  takeInForTheWeek(field, at(4, 10.3))
  const loaded = DOORS.map(([key], i) => dispatchShare(field, visited[key], minutesAfter(at(3, 6.1), 6 * i)))
  await field.handIn(at(3, 6.7), [])
  const trip = await prepare(field, { daysAgo: 3, when: at(3, 6.8), consignments: loaded })
  await setState(field, trip.id, 'on-the-way', at(3, 7.2))

  const parts: DemoPart[] = []
  for (const [i, [key, door]] of DOORS.entries()) {
    const when = minutesAfter(at(3, 8.6), 55 * i)
    const consignment = loaded[i]!
    const made = handOver(field, {
      ...door,
      consignment,
      household: homes[key].household,
      when,
      tripId: trip.id,
    })
    parts.push(...made.parts)
  }
  await field.handIn(at(3, 17), parts)
  for (const [i, [, { left }]] of DOORS.entries()) {
    if (left) putBack(field, loaded[i]!, left.of, minutesAfter(at(3, 17.3), i))
  }
  await field.handIn(at(3, 17.6))
  await setState(field, trip.id, 'ended', at(3, 17.7))

  const next = TODAY.map((key, i) => dispatchShare(field, visited[key], minutesAfter(at(1, 15.4), 7 * i)))
  await field.handIn(at(1, 16))
  return prepare(field, { daysAgo: 0, when: at(1, 16.5), consignments: next })
}

async function prepare(
  { reader, writer, keys, world, today, clock }: DemoField,
  { daysAgo, when, consignments }: Prepared,
): Promise<Trip> {
  clock.now = when
  const { id: warehouseId, courierId, leadId } = world.warehouses[0]!
  const id = randomUUID() as string as TripId
  const signed = { changedBy: leadId, at: when }
  const driver = sealDriver(keys, id, { name: 'Tài xế mẫu', phone: madeUpPhone(902) })
  const car = { vehicle: 'Xe tải 1,5 tấn', plate: '43X-000.00' }
  const trip = { id, warehouseId, courierId, ...car, dayOn: addDays(today, -daysAgo) }
  accept(await writer.write('addTrip', { trip, driver, ...signed }))
  const stops = consignments.map((consignment) => consignment.id)
  const { version } = readTrip(reader, id)!
  return accept(await writer.write('changeTrip', { id, version, change: {}, stops, ...signed }))
}

async function setState(
  { reader, writer, world }: DemoField,
  id: TripId,
  state: TripState,
  when: Instant,
): Promise<void> {
  const { version } = readTrip(reader, id)!
  const changedBy = world.warehouses[0]!.leadId
  accept(await writer.write('setTripState', { id, version, state, changedBy, at: when }))
}

interface Prepared {
  readonly daysAgo: number
  readonly when: Instant
  readonly consignments: readonly WeekConsignment[]
}
