import { findingKey, type Finding } from '#shared/finding/finding'
import type { WriterDb } from '../database/writer-db.ts'
import { closeFinding } from './close-finding.ts'
import { openFinding } from './open-finding.ts'

type AfterRevocation = Extract<Finding, { kind: 'after-revocation' }>

export interface LateArrival {
  readonly device: { readonly deviceId: string; readonly warehouseId: string }
  readonly revokedAt: string
  readonly movements: readonly { readonly id: string; readonly recordedAt: string }[]
  readonly at: string
}

/**
 * That it recorded them before it was shut out is the device's own word: the goods count, and a person looks. One
 * finding for a device, since whoever looks asks about the device; what comes in later must be looked at anew.
 */
export function noteAfterRevocation(db: WriterDb, { device, revokedAt, movements, at }: LateArrival): void {
  const { deviceId, warehouseId } = device
  const sorted = movements.toSorted((a, b) => (a.recordedAt < b.recordedAt ? -1 : 1))
  const [first, last] = [sorted[0], sorted.at(-1)]
  if (!first || !last) return
  const found: AfterRevocation = {
    kind: 'after-revocation',
    deviceId,
    revokedAt,
    count: movements.length,
    firstAt: first.recordedAt,
    lastAt: last.recordedAt,
    movementId: first.id,
  }
  const key = findingKey(found)
  const finding = merge(readFinding(db, key), found)
  closeFinding(db, key, at)
  openFinding(db, finding, { at, movementAt: finding.firstAt, warehouseId })
}

function merge(before: AfterRevocation | undefined, found: AfterRevocation): AfterRevocation {
  if (!before) return found
  const isEarlier = found.firstAt < before.firstAt
  return {
    ...found,
    count: before.count + found.count,
    firstAt: isEarlier ? found.firstAt : before.firstAt,
    lastAt: found.lastAt > before.lastAt ? found.lastAt : before.lastAt,
    movementId: isEarlier ? found.movementId : before.movementId,
  }
}

function readFinding(db: WriterDb, key: string): AfterRevocation | undefined {
  const row = db.prepare(`SELECT "detail" FROM "finding" WHERE "key" = ?`).get(key) as
    | { detail: string }
    | undefined
  return row && (JSON.parse(row.detail) as AfterRevocation)
}
