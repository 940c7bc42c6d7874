import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { Sync } from './create-sync.ts'

export type LaterSync = Omit<Sync, 'stop'>

const AGAIN_AFTER_MS = 5_000

/** The same as `createSync`, but its code comes only when there is something to do: no screen waits for it. */
export function createLaterSync(db: LedgerDatabase): LaterSync {
  let loading: Promise<Sync | undefined> | undefined

  /** Undefined where its code does not come: the line is bad, and what is unsent waits as it would anyway. */
  function load(): Promise<Sync | undefined> {
    return (loading ??= import('./create-sync.ts').then(
      ({ createSync }) => createSync({ db }),
      () => (loading = undefined),
    ))
  }

  async function start(): Promise<void> {
    const sync = await load()
    if (sync) sync.start()
    else setTimeout(() => void start(), AGAIN_AFTER_MS)
  }

  return {
    start: () => void start(),
    pushNow: async () => (await load())?.pushNow(),
    pullNow: async () => (await load())?.pullNow(),
  }
}
