import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import { tidyPackages } from '../trip/package-store.ts'
import { backoffMs } from './backoff.ts'
import { contactServer, type Wish } from './contact-server.ts'
import { createPartSender } from './create-part-sender.ts'
import { fillHistory } from './fill-history.ts'
import { noteFailure, noteOffline, noteReached } from './online-state.ts'
import { pruneMovements } from './prune-movements.ts'
import { createServerClient, type ServerClient } from './server-client.ts'
import { createWishQueue } from './wish-queue.ts'
import { watchStream } from './watch-stream.ts'

export interface Sync {
  /** Sends and fetches from now on, whenever there is a network. */
  start(): void
  stop(): void
  /** Sends what is unsent, facts and parts, and resolves when the attempt is over. */
  pushNow(): Promise<void>
  /** Sends, then fetches what is new; resolves when the attempt is over. */
  pullNow(): Promise<void>
}

export interface SyncDeps {
  readonly db: LedgerDatabase
  /** Between 0 and 1; spreads the attempts of many tablets. */
  readonly random?: () => number
  /** How long nothing may arrive before an attempt is given up. */
  readonly patienceMs?: number
}

const POLL_MS = 60_000
const PATIENCE_MS = 30_000
const AFTER_A_RECORD_MS = 40
const PRUNED_EVERY_MS = 3_600_000
/** One window at a time is in contact, whichever has something to do. */
const PUSHER_LOCK = 'kho4d-pusher'

const PUSH: Wish = { pull: false, documents: false, atStart: false }
const ALL: Wish = { pull: true, documents: true, atStart: false }

/** Keeps the tablet and the server alike: up through the outbox, down by the cursors, gently when it fails. */
export function createSync({ db, random = Math.random, patienceMs = PATIENCE_MS }: SyncDeps): Sync {
  let failures = 0
  /** By the clock that nobody sets: a tablet whose own was put right is not silent until it comes round again. */
  let busyUntilMs = 0
  let retryTimer: ReturnType<typeof setTimeout> | undefined
  let lastPrunedMs = -Infinity
  let stopping = new AbortController()
  let listening: AbortController | undefined
  const want = createWishQueue((wish) => attempt(wish))
  const parts = createPartSender({ db, connect, random })

  async function attempt(wish: Wish): Promise<void> {
    if (performance.now() < busyUntilMs) return
    const server = await connect()
    if (!server) return
    const contact = await navigator.locks.request(PUSHER_LOCK, () => contactServer(db, server, wish))
    if (contact.ok && !contact.value.answered) return tidyPackages(db)
    clearTimeout(retryTimer)
    if (contact.ok) {
      failures = 0
      await noteReached(db, { clockOffMs: server.clockOffMs, revoked: contact.value.revoked })
      await tidyPackages(db)
      void fillHistory(db, server, stopping.signal)
      if (wish.pull) await pruneNowAndThen()
      return
    }
    failures++
    await noteFailure(db, contact.error)
    await tidyPackages(db)
    const askedMs = contact.error.kind === 'busy' ? (contact.error.retryAfterMs ?? 0) : 0
    busyUntilMs = performance.now() + askedMs
    if (!stopping.signal.aborted) {
      const again = { ...ALL, atStart: wish.atStart }
      retryTimer = setTimeout(() => void want(again), askedMs + backoffMs(failures, random()))
    }
  }

  async function connect(): Promise<ServerClient | undefined> {
    const identity = await readMeta(db.relaxed, 'identity')
    return identity && createServerClient({ token: identity.token, now: db.now, patienceMs })
  }

  async function pruneNowAndThen(): Promise<void> {
    if (performance.now() - lastPrunedMs < PRUNED_EVERY_MS) return
    lastPrunedMs = performance.now()
    await pruneMovements(db)
  }

  /** While the window is in sight; a hint in the background would only wake a sleeping tablet. */
  async function listen(): Promise<void> {
    if (listening || document.visibilityState !== 'visible') return
    const server = await connect()
    if (!server || listening || stopping.signal.aborted) return
    const mine = new AbortController()
    listening = mine
    let breaks = 0
    while (!mine.signal.aborted) {
      await watchStream(
        server,
        ({ head, documentVersion }) => {
          breaks = 0
          void hear(head, documentVersion)
        },
        mine.signal,
      )
      breaks++
      await pause(1_000 + backoffMs(breaks, random()), mine.signal)
    }
  }

  async function hear(head: number, documentVersion = 0): Promise<void> {
    const cursor = (await readMeta(db.relaxed, 'cursor')) ?? 0
    const cursors = Object.values((await readMeta(db.relaxed, 'documentCursors')) ?? {})
    const documents = cursors.some((version) => version < documentVersion)
    if (head > cursor || documents) void want({ pull: true, documents, atStart: false, head })
  }

  function listenAndWant(wish: Wish): void {
    void listen()
    void want(wish)
  }

  async function withParts(wish: Wish): Promise<void> {
    await Promise.all([want(wish), parts.sendNow()])
  }

  function onVisibility(): void {
    if (document.visibilityState === 'visible') return listenAndWant(ALL)
    listening?.abort()
    listening = undefined
  }

  return {
    start() {
      stopping = new AbortController()
      const { signal } = stopping
      let soon: ReturnType<typeof setTimeout> | undefined
      const onRecorded = () => {
        clearTimeout(soon)
        soon = setTimeout(() => listenAndWant(PUSH), AFTER_A_RECORD_MS)
      }
      const poll = setInterval(() => {
        if (document.visibilityState === 'visible') listenAndWant(ALL)
      }, POLL_MS)
      db.recorded.add(onRecorded)
      addEventListener('online', () => listenAndWant(ALL), { signal })
      addEventListener('offline', () => void noteOffline(db), { signal })
      document.addEventListener('visibilitychange', onVisibility, { signal })
      signal.addEventListener('abort', () => {
        clearTimeout(soon)
        clearTimeout(retryTimer)
        clearInterval(poll)
        db.recorded.delete(onRecorded)
        listening?.abort()
        listening = undefined
      })
      listenAndWant({ ...ALL, atStart: true })
      parts.start(signal)
    },
    stop: () => stopping.abort(),
    pushNow: () => withParts(PUSH),
    pullNow: () => withParts(ALL),
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
