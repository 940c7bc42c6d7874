import { ok, type Result } from '#shared/result'
import { KeysAnswerSchema } from '#shared/sync/wire'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { readAnswer, type ContactFailure, type ServerClient } from './server-client.ts'

/** Keeps what this device seals and marks with, and the repeat rule, as new as the server's. */
export async function pullKeys(
  db: LedgerDatabase,
  server: ServerClient,
): Promise<Result<void, ContactFailure>> {
  const answer = await server.get('/api/sync/keys')
  if (!answer.ok) return answer
  const keys = await readAnswer(answer.value, KeysAnswerSchema)
  if (!keys.ok) return keys
  const { protocol: _, ...fresh } = keys.value
  const known = await readMeta(db.relaxed, 'keys')
  if (JSON.stringify(known) !== JSON.stringify(fresh)) await writeMeta(db.relaxed, 'keys', fresh)
  return ok(undefined)
}
