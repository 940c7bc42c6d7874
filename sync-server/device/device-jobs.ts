import type { DeviceId } from '#shared/device/device'
import type { WarehouseId } from '#shared/location/location'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { PeopleTables } from '../database/people-tables.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { emptyPackages } from '../trip/package-jobs.ts'

export interface NewEnrolCode {
  readonly codeHash: string
  readonly warehouseId: WarehouseId
  readonly createdBy: StaffId | null
  readonly expiresAt: Instant
  readonly at: Instant
}

/** Codes that have run out go on the way. False when there is no such warehouse. */
export function addEnrolCode(db: WriterDb, { at, ...code }: NewEnrolCode): boolean {
  const warehouse = db.get(db.query.selectFrom('warehouse').select('id').where('id', '=', code.warehouseId))
  if (!warehouse) return false
  db.run(db.query.deleteFrom('enrolCode').where('expiresAt', '<=', at))
  db.run(db.query.insertInto('enrolCode').values({ ...code, usedAt: null }))
  return true
}

export interface Enrolment {
  readonly codeHash: string
  readonly deviceId: DeviceId
  readonly name: string
  readonly tokenHash: string
  readonly at: Instant
}

/** A code becomes a device once: of two who hold the same code, the second is refused. */
export function enrolDevice(
  db: WriterDb,
  { codeHash, deviceId, name, tokenHash, at }: Enrolment,
): Result<Pick<PeopleTables['warehouse'], 'id' | 'name'>, { readonly kind: 'code-wrong' }> {
  const code = db.get(db.query.selectFrom('enrolCode').selectAll().where('codeHash', '=', codeHash))
  if (!code || code.usedAt !== null || code.expiresAt <= at) return err({ kind: 'code-wrong' })
  const warehouse = db.get(
    db.query.selectFrom('warehouse').select(['id', 'name']).where('id', '=', code.warehouseId),
  )
  if (!warehouse) return err({ kind: 'code-wrong' })
  db.run(db.query.updateTable('enrolCode').set({ usedAt: at }).where('codeHash', '=', codeHash))
  db.run(
    db.query.insertInto('device').values({
      id: deviceId,
      warehouseId: warehouse.id,
      name,
      tokenHash,
      enrolledAt: at,
      revokedAt: null,
    }),
  )
  return ok(warehouse)
}

/** False when there is no such device; revoking again keeps the first moment. */
export function revokeDevice(
  db: WriterDb,
  { deviceId, at }: { readonly deviceId: string; readonly at: Instant },
): boolean {
  const device = db.get(
    db.query
      .selectFrom('device')
      .select('revokedAt')
      .where('id', '=', deviceId as DeviceId),
  )
  if (!device) return false
  if (device.revokedAt === null) {
    db.run(
      db.query
        .updateTable('device')
        .set({ revokedAt: at })
        .where('id', '=', deviceId as DeviceId),
    )
    emptyPackages(db, deviceId)
  }
  return true
}
