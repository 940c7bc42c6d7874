import { ok, type Result } from '#shared/result'
import { WINDOW_DAYS } from '#shared/sync/limits'
import { DAY_MS, msFromInstant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { tidyJournal } from '../database/restore-from-journal.ts'
import { pullMovements } from './pull-movements.ts'
import { pullPackages } from './pull-packages.ts'
import { pushOutbox } from './push-outbox.ts'
import { refreshDocuments } from './refresh-documents.ts'
import type { ContactFailure, ServerClient } from './server-client.ts'
import { takeSnapshot } from './take-snapshot.ts'

/** What a contact is for. Sending is always part of it. */
export interface Wish {
  readonly pull: boolean
  readonly documents: boolean
  /** The first contact since the app was opened. */
  readonly atStart: boolean
  /** How far the log reaches, as far as somebody said. */
  readonly head?: number
}

/** Further behind than this, a snapshot is the shorter way. */
const FAR_BEHIND = 20_000

/**
 * One contact: up first, then down. Resolves with the first thing that went wrong; the rest was still tried where it made
 * sense. With nothing to send and nothing wished for nobody is asked, so nobody has `answered`.
 */
export async function contactServer(
  db: LedgerDatabase,
  server: ServerClient,
  wish: Wish,
): Promise<Result<{ readonly answered: boolean; readonly revoked: boolean }, ContactFailure>> {
  const pushed = await pushOutbox(db, server)
  await tidyJournal(db)
  if (!pushed.ok && pushed.error.kind !== 'failing') return pushed
  const head = Math.max(wish.head ?? 0, pushed.ok ? (pushed.value.head ?? 0) : 0)
  const results: Result<unknown, ContactFailure>[] = [pushed]
  const isFirst = (await readMeta(db.relaxed, 'cursor')) === undefined
  if (wish.pull || isFirst || (pushed.ok && pushed.value.head !== undefined)) {
    if (isFirst) {
      // Side by side: on a new tablet nothing can be shown before either is there.
      results.push(...(await Promise.all([takeSnapshot(db, server), refreshDocuments(db, server, wish)])))
    } else {
      if (wish.documents) results.push(await refreshDocuments(db, server, wish))
      results.push(await pullLedger(db, server, head))
    }
  }
  const isSent = pushed.ok && pushed.value.head !== undefined
  // What was just handed over may go from this phone, once the server has it.
  if (wish.documents || isFirst || isSent) results.push(await pullPackages(db, server))
  const failed = results.find(({ ok: isOk }) => !isOk)
  if (failed && !failed.ok) return failed
  return ok({ answered: server.hasAnswered, revoked: pushed.ok && pushed.value.revoked })
}

async function pullLedger(
  db: LedgerDatabase,
  server: ServerClient,
  head: number,
): Promise<Result<void, ContactFailure>> {
  const [cursor, identity, contact, isWanted] = await Promise.all([
    readMeta(db.relaxed, 'cursor'),
    readMeta(db.relaxed, 'identity'),
    readMeta(db.relaxed, 'contact'),
    readMeta(db.relaxed, 'snapshotWanted'),
  ])
  const at = contact?.lastContactAt
  const isLongAway = at !== undefined && msFromInstant(db.now()) - msFromInstant(at) > WINDOW_DAYS * DAY_MS
  if (cursor === undefined || isWanted || isLongAway || head - cursor > FAR_BEHIND) {
    return takeWanted(db, server)
  }
  const pulled = await pullMovements(db, server, { cursor, warehouseId: identity?.warehouseId ?? '' })
  const isWantedNow = pulled.ok && (await readMeta(db.relaxed, 'snapshotWanted'))
  return isWantedNow ? takeWanted(db, server) : pulled
}

async function takeWanted(db: LedgerDatabase, server: ServerClient): Promise<Result<void, ContactFailure>> {
  const taken = await takeSnapshot(db, server)
  if (taken.ok) await writeMeta(db.relaxed, 'snapshotWanted', false)
  return taken
}
