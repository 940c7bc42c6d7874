import type { WriterDb } from '../database/writer-db.ts'

export interface Contact {
  readonly deviceId: string
  readonly at: string
  /** Facts the device still holds; undefined when this contact did not say. */
  readonly unsent?: number | undefined
}

/** When a device was last heard from, and what it still holds. */
export function noteContact(db: WriterDb, { deviceId, at, unsent }: Contact): void {
  db.prepare(
    `INSERT INTO "deviceContact" ("deviceId", "lastContactAt", "unsent") VALUES (?, ?, ?)
     ON CONFLICT ("deviceId") DO UPDATE SET
       "lastContactAt" = max("lastContactAt", excluded."lastContactAt"),
       "unsent" = coalesce(?, "unsent")`,
  ).run(deviceId, at, unsent ?? 0, unsent ?? null)
}
