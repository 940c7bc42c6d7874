import { DAY_MS, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { openReader } from '../../sync-server/database/open-reader.ts'
import { openWriterInProcess } from '../../sync-server/database/writer.ts'
import { openPersons } from '../../sync-server/person/open-persons.ts'
import { createDemoClerk } from './demo-clerk.ts'
import { appendPush } from './demo-field.ts'
import { createDemoWorld, type DemoWorld } from './demo-world.ts'
import { draftMonth, SILENT_FOR_MS } from './draft-month.ts'
import { liveWeek, type DemoWeek } from './live-week.ts'
import { publishDemoCases } from './publish-demo-cases.ts'
import { seededRandom } from './seeded-random.ts'

export interface FilledDemo {
  readonly world: DemoWorld
  readonly week: DemoWeek
}

/** Fills an empty data folder with a plausible month that ends now, the last week of it also in the field. The same seed and moment give the same figures. */
export async function fillDemo(
  dataFolder: string,
  { now, seed }: { readonly now: Instant; readonly seed: number },
): Promise<FilledDemo> {
  const random = seededRandom(seed)
  const writer = openWriterInProcess(dataFolder)
  const reader = openReader(dataFolder)
  try {
    const clock = { now }
    const opened = { dataFolder, keyFile: undefined, reader, writer, now: () => clock.now }
    const { keys, persons } = await openPersons(opened)
    const world = await createDemoWorld(writer, {
      persons,
      at: instantFromMs(msFromInstant(now) - 32 * DAY_MS),
      random,
    })
    for (const push of draftMonth(world, { now, random })) await appendPush(writer, push)
    await publishDemoCases(writer, world, { now, random })
    const clerk = createDemoClerk(random)
    const week = await liveWeek({ dataFolder, reader, writer, keys, persons, clock, clerk, world, random })
    for (const { deviceId, isSilent } of demoDevices(world)) {
      const at = isSilent ? instantFromMs(msFromInstant(now) - SILENT_FOR_MS) : now
      await writer.write('noteContact', { deviceId, at, unsent: isSilent ? 7 : 0 })
    }
    return { world, week }
  } finally {
    reader.close()
    await writer.close()
  }
}

/** One tablet lies somewhere without a network, with records nobody has seen. */
export function demoDevices({ warehouses, team }: DemoWorld) {
  const inWarehouses = warehouses.flatMap(({ devices }, warehouse) =>
    devices.map(({ deviceId }, index) => ({ deviceId, isSilent: warehouse === 1 && index === 1 })),
  )
  const outside = [team.verifierPhone, team.courierPhone, team.yardTablet]
  return [...inWarehouses, ...outside.map(({ deviceId }) => ({ deviceId, isSilent: false }))]
}
