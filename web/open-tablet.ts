import { openLedgerDatabase } from './database/open-ledger-database.ts'
import type { LedgerDatabase } from './database/ledger-database.ts'
import { createSync, type Sync } from './sync/create-sync.ts'

export interface OpenedTablet {
  readonly db: LedgerDatabase
  readonly sync: Sync
}

/** Where nothing can be kept nothing may be recorded: a private window, or a browser without a store. */
export type OpenTabletRefusal = { readonly kind: 'no-store'; readonly detail: string }

/** The first screen reads the store before the first contact does. */
const CONTACT_AFTER_MS = 500

let opening: Promise<OpenedTablet | OpenTabletRefusal> | undefined

/** Opens the store once for the life of the page and starts sending and fetching. */
export function openTablet(): Promise<OpenedTablet | OpenTabletRefusal> {
  opening ??= open()
  return opening
}

async function open(): Promise<OpenedTablet | OpenTabletRefusal> {
  try {
    const db = await openLedgerDatabase()
    const sync = createSync({ db })
    setTimeout(() => sync.start(), CONTACT_AFTER_MS)
    return { db, sync }
  } catch (error) {
    return { kind: 'no-store', detail: error instanceof Error ? error.name : String(error) }
  }
}
