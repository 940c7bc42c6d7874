import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { openReader } from '../../sync-server/database/open-reader.ts'
import { openWriterInProcess } from '../../sync-server/database/writer.ts'
import { openPersons } from '../../sync-server/person/open-persons.ts'
import { readFacts } from '../../sync-server/sync/read-facts.ts'
import { createDemoWorld, type DemoWorld } from './demo-world.ts'
import { draftMonth, SILENT_FOR_MS } from './draft-month.ts'
import { publishDemoCases } from './publish-demo-cases.ts'
import { seededRandom } from './seeded-random.ts'

const DAY_MS = 86_400_000

/** Fills an empty data folder with a plausible month that ends now. The same seed and moment give the same figures. */
export async function fillDemo(
  dataFolder: string,
  { now, seed }: { readonly now: Instant; readonly seed: number },
): Promise<DemoWorld> {
  const random = seededRandom(seed)
  const writer = openWriterInProcess(dataFolder)
  const reader = openReader(dataFolder)
  try {
    const opened = { dataFolder, keyFile: undefined, reader, writer, now: () => now }
    const { persons } = await openPersons(opened)
    const world = await createDemoWorld(writer, {
      persons,
      at: instantFromMs(msFromInstant(now) - 32 * DAY_MS),
      random,
    })
    for (const { device, receivedAt, facts } of draftMonth(world, { now, random })) {
      const caller = { ...device, revokedAt: null }
      await writer.write('appendFacts', { device, receivedAt, unsent: 0, facts: readFacts(facts, caller) })
    }
    await publishDemoCases(writer, world, { now, random })
    for (const { deviceId, isSilent } of demoDevices(world)) {
      const at = isSilent ? instantFromMs(msFromInstant(now) - SILENT_FOR_MS) : now
      await writer.write('noteContact', { deviceId, at, unsent: isSilent ? 7 : 0 })
    }
    return world
  } finally {
    reader.close()
    await writer.close()
  }
}

/** One tablet lies somewhere without a network, with records nobody has seen. */
export function demoDevices({ warehouses }: DemoWorld) {
  return warehouses.flatMap(({ devices }, warehouse) =>
    devices.map(({ deviceId }, index) => ({ deviceId, isSilent: warehouse === 1 && index === 1 })),
  )
}
