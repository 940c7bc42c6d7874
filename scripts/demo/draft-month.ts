import {
  addDays,
  DAY_MS,
  dayInVietnam,
  HOUR_MS,
  instantFromMs,
  msFromInstant,
  type Instant,
  type LocalDate,
} from '#shared/time/time'
import { createDemoClerk, type DemoPush } from './demo-clerk.ts'
import type { DemoWarehouse, DemoWorld } from './demo-world.ts'
import {
  dispatchBeforeItsIntake,
  dispatchToSomeone,
  nameDonors,
  takeIn,
  undoAnIntake,
  type Month,
} from './work-of-a-day.ts'

const DAYS = 30
/** So long ago the second tablet of the second warehouse was last heard from. */
export const SILENT_FOR_MS = 3 * HOUR_MS

interface Plan {
  readonly at: Instant
  readonly run: () => void
}

/** A month of work up to now, drafted by the product's own rules and in the order in which it reaches the server. */
export function draftMonth(
  world: DemoWorld,
  { now, random }: { readonly now: Instant; readonly random: () => number },
): readonly DemoPush[] {
  const clerk = createDemoClerk(random)
  const plans: Plan[] = []
  const silent = world.warehouses[1]?.devices[1]
  const silentFrom = instantFromMs(msFromInstant(now) - SILENT_FOR_MS)
  const month: Month = {
    world,
    clerk,
    random,
    // Helped before the month began, each on a day of its own, so that not all wait on the first.
    helpedAtMs: new Map(
      world.caseFiles.map(({ id }) => [id, msFromInstant(now) - (DAYS + random() * 14) * DAY_MS]),
    ),
    later: (device, at, run) => {
      if (at < (device === silent ? silentFrom : now)) plans.push({ at, run: () => run(at) })
    },
  }
  planMonth(month, dayInVietnam(now))

  // What is done may plan more, as a dispatch plans its delivery; each tablet's clock only runs forward.
  for (let plan = takeEarliest(plans); plan; plan = takeEarliest(plans)) plan.run()
  dispatchBeforeItsIntake(month, instantFromMs(msFromInstant(now) - 20 * 60_000))
  return clerk.pushes
}

function planMonth(month: Month, today: LocalDate): void {
  const { world, later } = month
  for (const warehouse of world.warehouses) {
    const device = warehouse.devices[0]!
    later(device, atClock(addDays(today, -DAYS), 7.2), (at) => nameDonors(month, warehouse, at))
    for (let day = DAYS; day >= 0; day--) planDay(month, warehouse, addDays(today, -day))
  }
  const first = world.warehouses[0]!
  later(first.devices[0]!, atClock(addDays(today, -9), 11.9), (at) => undoAnIntake(month, first, at))
}

/** Intakes in the morning, dispatches in the afternoon; little on Sundays. */
function planDay(month: Month, warehouse: DemoWarehouse, day: LocalDate): void {
  const { random, later } = month
  const device = warehouse.devices[0]!
  const isSunday = new Date(`${day}T00:00:00Z`).getUTCDay() === 0
  const times = (most: number) => Math.floor(random() * (isSunday ? 1.5 : most + 1))
  for (let count = 1 + times(2); count > 0; count--) {
    later(device, atClock(day, 7.5 + random() * 4), (at) => takeIn(month, warehouse, at))
  }
  for (let count = times(5); count > 0; count--) {
    later(device, atClock(day, 13 + random() * 3.5), (at) => dispatchToSomeone(month, warehouse, at))
  }
}

function takeEarliest(plans: Plan[]): Plan | undefined {
  let earliest = 0
  for (const [index, { at }] of plans.entries()) if (at < plans[earliest]!.at) earliest = index
  return plans.splice(earliest, 1)[0]
}

/** 13.5 is half past one in Vietnam. */
function atClock(day: LocalDate, hours: number): Instant {
  return instantFromMs(Date.parse(day) + Math.round((hours - 7) * HOUR_MS))
}
