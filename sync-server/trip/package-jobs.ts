import type { DeviceId } from '#shared/device/device'
import type { StaffId } from '#shared/staff/staff'
import type { TripTables } from '../database/trip-tables.ts'
import type { WriterDb } from '../database/writer-db.ts'

export interface GivenPackages {
  readonly deviceId: DeviceId
  readonly staffId: StaffId
  /** Sealed just now. */
  readonly fresh: readonly TripTables['package'][]
  /** All that this person may have on this device now. */
  readonly ids: readonly string[]
}

/** Notes what a device is given for one person; what it may no longer have is forgotten here too. */
export function keepPackages(db: WriterDb, { deviceId, staffId, fresh, ids }: GivenPackages): void {
  db.prepare(
    `DELETE FROM "package" WHERE "deviceId" = ? AND "staffId" = ?
       AND "id" NOT IN (SELECT "value" FROM json_each(?))`,
  ).run(deviceId, staffId, JSON.stringify(ids))
  for (const row of fresh) {
    db.run(
      db.query
        .insertInto('package')
        .values(row)
        .onConflict((conflict) => conflict.columns(['deviceId', 'id']).doUpdateSet(row)),
    )
  }
}

/** The household was erased: what was sealed of it for devices goes with it. */
export function forgetPackages(db: WriterDb, { caseFileId }: { readonly caseFileId: string }): void {
  db.prepare(`DELETE FROM "package" WHERE "caseFileId" = ?`).run(caseFileId)
}

/** A device that was shut out: which trips it had names of is still told, what was sealed for it is not kept. */
export function emptyPackages(db: WriterDb, deviceId: string): void {
  db.prepare(`UPDATE "package" SET "sealed" = x'' WHERE "deviceId" = ?`).run(deviceId)
}
