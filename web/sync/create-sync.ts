import type { LedgerDatabase } from '../database/ledger-database.ts'

export interface Sync {
  /** Sends and fetches from now on, whenever there is a network. */
  start(): void
  stop(): void
  /** Sends what is unsent and resolves when the attempt is over. */
  pushNow(): Promise<void>
  /** Sends, then fetches what is new; resolves when the attempt is over. */
  pullNow(): Promise<void>
}

export interface SyncDeps {
  readonly db: LedgerDatabase
  /** Between 0 and 1; spreads the attempts of many tablets. */
  readonly random?: () => number
}

export declare function createSync(deps: SyncDeps): Sync
