import { slipCode } from '#shared/gs1/slip-code'
import type { MovementId } from '#shared/movement/movement'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { instantFromMs } from '#shared/time/time'
import { seededRandom } from '../../scripts/demo/seeded-random.ts'

export interface BenchDevice {
  readonly deviceId: string
  readonly warehouseId: string
}

export const ITEMS = 300
export const SHELVES_PER_WAREHOUSE = 60
export const CASE_FILES = 500
const LOTS_PER_ITEM = 4
const START_MS = Date.parse('2026-09-01T00:00:00.000Z')

export interface BenchMovement {
  readonly id: string
  readonly kind: string
  readonly warehouseId: string
  readonly occurredAt: string
}

/**
 * What a device records in a busy season: mostly intakes of one or two lines, then dispatches of what is there to a
 * case file. A lot lies on one of two shelves. The same numbers for the same seed.
 */
export function makeHistory(
  { deviceId, warehouseId }: BenchDevice,
  count: number,
  seed: number,
): BenchMovement[] {
  const random = seededRandom(seed)
  const whole = (max: number) => Math.floor(random() * max)
  return Array.from({ length: count }, (_, index) => {
    const atMs = START_MS + index * 30_000
    const isIntake = random() < 0.7
    const id = uuidV7(atMs, random)
    const consignmentId = slipCode('consignment', id)
    const lines = Array.from({ length: 1 + whole(2) }, () => {
      const item = whole(ITEMS)
      const lot = whole(LOTS_PER_ITEM)
      const itemId = benchItemId(item)
      const shelfId = `shelf:${warehouseId}.${1 + ((item * 7 + lot * 3 + whole(2)) % SHELVES_PER_WAREHOUSE)}`
      return {
        itemId,
        lotId: `${itemId}~L${lot}~2027-0${1 + ((item + lot) % 9)}-15~`,
        quantity: isIntake ? 10 + whole(90) : 1 + whole(9),
        fromId: isIntake ? 'donor:anonymous' : shelfId,
        toId: isIntake ? shelfId : `transit:${consignmentId}`,
      }
    })
    return {
      id,
      kind: isIntake ? 'intake' : 'dispatch',
      deviceId,
      staffId: 'staff-1',
      occurredAt: instantFromMs(atMs),
      warehouseId,
      lines,
      ...(!isIntake && { consignmentId, caseFileId: `case-${whole(CASE_FILES)}` }),
    }
  })
}

export function benchItemId(item: number): string {
  return `gtin:0893456${String(item).padStart(7, '0')}`
}

/** As devices make them: the time first, then chance. */
function uuidV7(atMs: number, random: () => number): MovementId {
  const time = atMs.toString(16).padStart(12, '0')
  const chance = Array.from({ length: 19 }, () => Math.floor(random() * 16).toString(16)).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-7${chance.slice(0, 3)}-8${chance.slice(3, 6)}-${chance.slice(6, 18)}` as MovementId
}

/** The bodies of the pushes, ready to send, so that making them is not measured. */
export function makePushBodies(history: readonly BenchMovement[], factsPerPush: number): string[] {
  const facts = history.map((body, index) => ({
    // As a tablet does: a movement and its fact have one id.
    id: body.id,
    deviceSeq: index + 1,
    kind: 'movement',
    recordedAt: body.occurredAt,
    body,
  }))
  const bodies: string[] = []
  for (let start = 0; start < facts.length; start += factsPerPush) {
    const part = facts.slice(start, start + factsPerPush)
    bodies.push(JSON.stringify({ protocol: PROTOCOL_VERSION, unsent: facts.length - start, facts: part }))
  }
  return bodies
}
