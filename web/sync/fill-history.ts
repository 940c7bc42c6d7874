import { err, ok, type Result } from '#shared/result'
import { WINDOW_DAYS } from '#shared/sync/limits'
import { BackToLineSchema, PulledMovementSchema, type PulledMovement } from '#shared/sync/wire'
import { DAY_MS, instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import * as v from 'valibot'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { HistoryGap } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { movementRow } from './apply-movements.ts'
import { readLines } from './read-lines.ts'
import type { ContactFailure, ServerClient } from './server-client.ts'
import { untilIdle } from './until-idle.ts'

const PAGE = 500
const CHUNK = 100
const HISTORY_LOCK = 'kho4d-history'

/**
 * Fetches the movements that a snapshot passed over, newest first, until the gap is closed or they are older than the
 * window: a few at a time while nobody waits. They are in the stock already, so only the history gets them.
 */
export async function fillHistory(
  db: LedgerDatabase,
  server: ServerClient,
  signal: AbortSignal,
): Promise<Result<void, ContactFailure>> {
  return navigator.locks.request(HISTORY_LOCK, { ifAvailable: true }, async (lock) => {
    for (;;) {
      const gap = lock ? await readMeta(db.relaxed, 'historyGap') : undefined
      if (!gap || signal.aborted) return ok(undefined)
      const page = await readPage(server, gap.before)
      if (!page.ok) return page
      await keepPage(db, page.value, gap)
    }
  })
}

interface Page {
  readonly pulled: readonly PulledMovement[]
  readonly backTo: number
}

async function readPage(server: ServerClient, before: number): Promise<Result<Page, ContactFailure>> {
  const answer = await server.get(`/api/sync/movements?before=${before}&limit=${PAGE}`)
  if (!answer.ok) return answer
  const pulled: PulledMovement[] = []
  let backTo: number | undefined
  try {
    for await (const lines of readLines(answer.value)) {
      for (const line of lines) {
        const value: unknown = JSON.parse(line)
        if (backTo !== undefined) throw new Error('a line after the last one')
        const last = v.safeParse(BackToLineSchema, value)
        if (last.success) backTo = last.output.backTo
        else pulled.push(v.parse(PulledMovementSchema, value))
      }
    }
  } catch {
    return err({ kind: 'failing' })
  }
  const isInOrder = pulled.every(({ seq }, i) => seq < (pulled[i - 1]?.seq ?? before))
  return backTo !== undefined && isInOrder ? ok({ pulled, backTo }) : err({ kind: 'failing' })
}

async function keepPage(db: LedgerDatabase, { pulled, backTo }: Page, gap: HistoryGap): Promise<void> {
  const since = await windowStart(db)
  let { before } = gap
  for (let i = 0; i === 0 || i < pulled.length; i += CHUNK) {
    const rows = pulled.slice(i, i + CHUNK)
    const isLast = i + CHUNK >= pulled.length
    // The server counts up as time goes by: what lies before one it received too long ago is older still.
    const isOver = rows.some(({ receivedAt }) => receivedAt < since)
    const to = isOver ? gap.after : isLast ? backTo : rows.at(-1)!.seq
    await untilIdle()
    await db.step('history: before a chunk')
    if (!(await keepChunk(db, { rows, since, before, to }))) return
    await db.step('history: after a chunk')
    if (isOver) return
    before = to
  }
}

/** One transaction: what is missing, and how far back it is there. False when a snapshot meanwhile moved the gap. */
async function keepChunk(
  db: LedgerDatabase,
  {
    rows,
    since,
    before,
    to,
  }: {
    readonly rows: readonly PulledMovement[]
    readonly since: Instant
    readonly before: number
    readonly to: number
  },
): Promise<boolean> {
  const { relaxed } = db
  return relaxed.transaction('rw', [relaxed.movements, relaxed.meta], async () => {
    const gap = await readMeta(relaxed, 'historyGap')
    if (gap?.before !== before) return false
    // As old as this, `pruneMovements` would take it out again.
    const recent = rows.filter(({ movement }) => movement.occurredAt >= since)
    const known = await relaxed.movements.bulkGet(recent.map(({ movement }) => movement.id))
    await relaxed.movements.bulkAdd(recent.filter((_, i) => !known[i]).map(movementRow))
    if (to <= gap.after + 1) await relaxed.meta.delete('historyGap')
    else await writeMeta(relaxed, 'historyGap', { ...gap, before: to })
    return true
  })
}

/** By this tablet's clock, as for pruning, but never earlier than by the server's: a clock left behind would fetch everything. */
async function windowStart(db: LedgerDatabase): Promise<Instant> {
  const { clockOffMs = 0 } = (await readMeta(db.relaxed, 'contact')) ?? {}
  return instantFromMs(msFromInstant(db.now()) - Math.min(0, clockOffMs) - WINDOW_DAYS * DAY_MS)
}
