import type { PersonTables } from '../database/person-tables.ts'
import type { WriterDb } from '../database/writer-db.ts'

/** Who looked at what is known about whom, and why: noted before it is opened. */
export function notePersonRead(db: WriterDb, read: Omit<PersonTables['personRead'], 'id'>): void {
  db.prepare(
    `INSERT INTO "personRead" ("at", "staffId", "deviceId", "caseFileId", "why") VALUES (?, ?, ?, ?, ?)`,
  ).run(read.at, read.staffId, read.deviceId, read.caseFileId, read.why)
}
