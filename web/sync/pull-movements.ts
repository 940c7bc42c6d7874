import { ok, err, type Result } from '#shared/result'
import { MOVEMENTS_PER_PULL_MAX } from '#shared/sync/limits'
import { HeadLineSchema, PulledMovementSchema, type PulledMovement } from '#shared/sync/wire'
import * as v from 'valibot'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { applyMovements } from './apply-movements.ts'
import { followShorterLog } from './follow-shorter-log.ts'
import { readLines } from './read-lines.ts'
import type { ContactFailure, ServerClient } from './server-client.ts'

const CHUNK = 500

/** Fetches the log from the cursor on until its head, chunk by chunk; each chunk moves the cursor with what it brings. */
export async function pullMovements(
  db: LedgerDatabase,
  server: ServerClient,
  { cursor, warehouseId }: { readonly cursor: number; readonly warehouseId: string },
): Promise<Result<void, ContactFailure>> {
  let after = cursor
  for (;;) {
    const answer = await server.get(`/api/sync/movements?after=${after}&limit=${MOVEMENTS_PER_PULL_MAX}`)
    if (!answer.ok) return answer
    let head: number | undefined
    let count = 0
    let chunk: PulledMovement[] = []
    const apply = async (upTo: number) => {
      await db.step('pull: before a chunk')
      await applyMovements(db, { warehouseId, pulled: chunk, upTo })
      await db.step('pull: after a chunk')
      after = upTo
      chunk = []
    }
    try {
      for await (const lines of readLines(answer.value)) {
        for (const line of lines) {
          if (head !== undefined) throw new Error('a line after the last one')
          const value: unknown = JSON.parse(line)
          const last = v.safeParse(HeadLineSchema, value)
          if (last.success) head = last.output.head
          else {
            chunk.push(readPulled(value, chunk.at(-1)?.seq ?? after))
            count++
          }
          if (chunk.length >= CHUNK) await apply(chunk.at(-1)!.seq)
        }
      }
      if (head === undefined) throw new Error('the answer broke off')
    } catch {
      return err({ kind: 'failing' })
    }
    if (head > after) await apply(head)
    else if (head < after) await followShorterLog(db, { seen: after, head })
    if (count < MOVEMENTS_PER_PULL_MAX) return ok(undefined)
  }
}

/** Numbers only grow: a line that is out of order was not written by our server. */
function readPulled(value: unknown, after: number): PulledMovement {
  const pulled = v.parse(PulledMovementSchema, value)
  if (pulled.seq <= after) throw new Error('out of order')
  return pulled
}
