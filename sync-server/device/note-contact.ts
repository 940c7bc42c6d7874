import type { WriterDb } from '../database/writer-db.ts'

export interface Contact {
  readonly deviceId: string
  readonly at: string
  /** Facts the device still holds; undefined when this contact did not say. */
  readonly unsent?: number | undefined
  /** Pictures and papers, likewise. */
  readonly unsentParts?: number | undefined
}

/** When a device was last heard from, and what it still holds. */
export function noteContact(db: WriterDb, { deviceId, at, unsent, unsentParts }: Contact): void {
  db.prepare(
    `INSERT INTO "deviceContact" ("deviceId", "lastContactAt", "unsent", "unsentParts") VALUES (?, ?, ?, ?)
     ON CONFLICT ("deviceId") DO UPDATE SET
       "lastContactAt" = max("lastContactAt", excluded."lastContactAt"),
       "unsent" = coalesce(?, "unsent"),
       "unsentParts" = coalesce(?, "unsentParts")`,
  ).run(deviceId, at, unsent ?? 0, unsentParts ?? 0, unsent ?? null, unsentParts ?? null)
}
