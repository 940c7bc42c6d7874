import { err, ok, type Result } from '#shared/result'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { PushAnswerSchema } from '#shared/sync/wire'
import { countUnsent } from '../device/device-state.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { OutboxRow } from '../database/ledger-rows.ts'
import { applyPushResults, quarantineFact } from './apply-push-results.ts'
import { readAnswer, type ContactFailure, type ServerClient } from './server-client.ts'

const FACTS_MAX = 100
const BYTES_MAX = 800_000

/**
 * Sends what is unsent, oldest first, until nothing is left or the server cannot be reached. Sending twice counts once.
 * A batch turned away as a whole is halved until the bad fact stands alone. Answers how far the log reached.
 */
export async function pushOutbox(
  db: LedgerDatabase,
  server: ServerClient,
): Promise<Result<{ readonly head?: number; readonly revoked: boolean }, ContactFailure>> {
  let factsMax = FACTS_MAX
  let head: number | undefined
  let revoked = false
  for (;;) {
    const rows = await readBatch(db, factsMax)
    if (rows.length === 0) return ok({ revoked, ...(head !== undefined && { head }) })
    await db.step('push: batch read')
    const answer = await pushBatch(db, server, rows)
    await db.step('push: answered')
    if (answer.ok) {
      await applyPushResults(db, answer.value.results)
      await db.step('push: applied')
      head = answer.value.head
      revoked = answer.value.revoked ?? false
      factsMax = Math.min(FACTS_MAX, factsMax * 2)
    } else if (answer.error.kind !== 'refused') {
      return answer
    } else if (rows.length === 1) {
      await quarantineFact(db, rows[0]!.id, answer.error.reason)
      await db.step('push: set aside')
      factsMax = FACTS_MAX
    } else {
      factsMax = Math.ceil(rows.length / 2)
    }
  }
}

async function pushBatch(db: LedgerDatabase, server: ServerClient, rows: readonly OutboxRow[]) {
  const unsent = await countUnsent(db)
  const facts = rows.map(({ fact }) => fact)
  const sent = await server.post(
    '/api/sync/facts',
    JSON.stringify({ protocol: PROTOCOL_VERSION, unsent, facts }),
  )
  if (!sent.ok) return sent
  const answer = await readAnswer(sent.value, PushAnswerSchema)
  if (!answer.ok) return answer
  const { results } = answer.value
  const matches =
    results.length === rows.length &&
    results.every((result, i) => result.id === rows[i]!.id || ('refused' in result && result.id === null))
  if (!matches) return err<ContactFailure>({ kind: 'failing' })
  return ok({ ...answer.value, results: results.map((result, i) => ({ ...result, id: rows[i]!.id })) })
}

async function readBatch(db: LedgerDatabase, factsMax: number): Promise<OutboxRow[]> {
  const rows = await db.outbox.orderBy('unsentSeq').limit(factsMax).toArray()
  let bytes = 0
  const fitting = rows.findIndex(({ fact }) => {
    // Vietnamese letters take up to three bytes.
    bytes += JSON.stringify(fact).length * 1.5
    return bytes > BYTES_MAX
  })
  return fitting === -1 ? rows : rows.slice(0, Math.max(1, fitting))
}
