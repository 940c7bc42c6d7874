import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import type { Trip } from '#shared/trip/trip'
import { askForHelp } from './ask-for-help.ts'
import { createDemoField, type FieldDeps } from './demo-field.ts'
import { demoHouseholds } from './demo-households.ts'
import { driveTrips, TODAY } from './drive-trips.ts'
import { visitHouseholds } from './visit-households.ts'

/** What a newcomer can look for. */
export interface DemoWeek {
  /** Follows the old man of whom three told. */
  readonly asked: RequestReceipt
  /** Follows somebody whose help has arrived; nothing may leave for them again for a while. */
  readonly helped: RequestReceipt
  /** Of today, on the courier's phone. */
  readonly trip: Trip
  /** The number to type at its first door. */
  readonly idAtFirstDoor: string
}

/** The last week: who asked for help, who was visited and verified, what was handed over at the doors. */
export async function liveWeek(deps: FieldDeps): Promise<DemoWeek> {
  const field = createDemoField(deps)
  const homes = demoHouseholds()
  const asked = await askForHelp(field, homes)
  const visited = await visitHouseholds(field, homes, asked)
  const trip = await driveTrips(field, homes, visited)
  const idAtFirstDoor = homes[TODAY[0]].household.persons[0]?.idNumber ?? ''
  return { asked: asked.oldMan, helped: asked.helped, trip, idAtFirstDoor }
}
