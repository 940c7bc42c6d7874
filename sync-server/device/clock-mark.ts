import type { WriterDb } from '../database/writer-db.ts'
import type { ClockMark } from './judge-clock.ts'

/** The device's clock at its highest number so far. */
export function readMark(db: WriterDb, deviceId: string): ClockMark {
  const row = db
    .prepare(
      `SELECT "lastDeviceSeq" AS "deviceSeq", "lastRecordedAt" AS "recordedAt" FROM "deviceContact" WHERE "deviceId" = ?`,
    )
    .get(deviceId) as ClockMark | undefined
  return row ?? { deviceSeq: 0, recordedAt: null }
}

export function writeMark(db: WriterDb, deviceId: string, { deviceSeq, recordedAt }: ClockMark): void {
  db.prepare(`UPDATE "deviceContact" SET "lastDeviceSeq" = ?, "lastRecordedAt" = ? WHERE "deviceId" = ?`).run(
    deviceSeq,
    recordedAt,
    deviceId,
  )
}
