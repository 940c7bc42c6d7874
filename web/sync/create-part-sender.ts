import type { LedgerDatabase } from '../database/ledger-database.ts'
import { checkParts } from '../part/part-store.ts'
import { releaseRecordedParts } from '../part/release-recorded-parts.ts'
import { backoffMs } from './backoff.ts'
import { createPartPace, sendParts } from './send-parts.ts'
import type { ServerClient } from './server-client.ts'

export interface PartSender {
  /** Sends from now on, whenever there is a network. */
  start(signal: AbortSignal): void
  /** Resolves when an attempt that began now is over. */
  sendNow(): Promise<void>
}

export interface PartSenderDeps {
  readonly db: LedgerDatabase
  readonly connect: () => Promise<ServerClient | undefined>
  readonly random: () => number
}

const AFTER_A_PART_MS = 200
const POLL_MS = 60_000
const BAD_LINE_MS = 250
/** One window at a time sends parts; facts go their own way beside, so that no picture holds one up. */
const SENDER_LOCK = 'kho4d-part-sender'

/** Hands over what belongs to the facts but does not lie in them, gently when it fails. */
export function createPartSender({ db, connect, random }: PartSenderDeps): PartSender {
  const pace = createPartPace()
  let failures = 0
  /** By the clock that nobody sets. */
  let busyUntilMs = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let stopping: AbortSignal | undefined
  let current: Promise<void> | undefined
  let next: Promise<void> | undefined

  async function attempt(): Promise<void> {
    if (performance.now() < busyUntilMs) return
    const server = await connect()
    if (!server) return
    clearTimeout(retryTimer)
    const piecesBefore = pace.pieces
    const sent = await navigator.locks.request(SENDER_LOCK, async () => {
      await releaseRecordedParts(db)
      await checkParts(db)
      return sendParts(db, server, pace)
    })
    if (sent.ok) {
      failures = 0
      return
    }
    // A line that breaks and yet lets something through is worth trying again at once.
    const isBadLine = pace.pieces > piecesBefore
    failures = isBadLine ? 0 : failures + 1
    const waitMs = isBadLine ? random() * BAD_LINE_MS : backoffMs(failures, random())
    const askedMs = sent.error.kind === 'busy' ? (sent.error.retryAfterMs ?? 0) : 0
    busyUntilMs = performance.now() + askedMs
    if (stopping && !stopping.aborted) {
      retryTimer = setTimeout(() => void want(), askedMs + waitMs)
    }
  }

  /** One attempt at a time; whoever asks during one gets the next. A store that fails is tried again later. */
  function want(): Promise<void> {
    if (next) return next
    const begin = () => {
      next = undefined
      const mine = attempt()
        .catch(() => undefined)
        .finally(() => {
          if (current === mine) current = undefined
        })
      current = mine
      return mine
    }
    if (!current) return begin()
    next = current.then(begin)
    return next
  }

  return {
    start(signal) {
      stopping = signal
      let soon: ReturnType<typeof setTimeout> | undefined
      const onKept = () => {
        clearTimeout(soon)
        soon = setTimeout(() => void want(), AFTER_A_PART_MS)
      }
      const whenSeen = () => {
        if (document.visibilityState === 'visible') void want()
      }
      const poll = setInterval(whenSeen, POLL_MS)
      db.parts.kept.add(onKept)
      addEventListener('online', () => void want(), { signal })
      document.addEventListener('visibilitychange', whenSeen, { signal })
      signal.addEventListener('abort', () => {
        clearTimeout(soon)
        clearTimeout(retryTimer)
        clearInterval(poll)
        db.parts.kept.delete(onKept)
      })
      void want()
    },
    sendNow: want,
  }
}
