import { createHash } from 'node:crypto'
import type { FactRefusal } from '#shared/sync/refusal'
import type { WriterDb } from '../database/writer-db.ts'

/** What was refused is kept as it came, once however often it is sent. */
export function keepRefused(
  db: WriterDb,
  {
    deviceId,
    receivedAt,
    raw,
    refusal,
  }: {
    readonly deviceId: string
    readonly receivedAt: string
    readonly raw: string
    readonly refusal: FactRefusal
  },
): void {
  const hash = createHash('sha256').update(raw).digest('hex')
  db.prepare(
    `INSERT OR IGNORE INTO "refusedFact" ("deviceId", "hash", "receivedAt", "raw", "refusal") VALUES (?, ?, ?, ?, ?)`,
  ).run(deviceId, hash, receivedAt, raw, JSON.stringify(refusal))
}
