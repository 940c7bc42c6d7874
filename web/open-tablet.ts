import { openLedgerForReading } from './database/open-ledger-database.ts'
import type { LedgerDatabase } from './database/ledger-database.ts'
import { readMeta } from './database/meta-store.ts'
import { createSync, type Sync } from './sync/create-sync.ts'

export interface OpenedTablet {
  readonly db: LedgerDatabase
  readonly sync: Sync
  /** Until it resolves the store may only be read. Always the same promise; begun when first asked for. */
  readonly restored: () => Promise<OpenTabletRefusal | undefined>
}

/** Where nothing can be kept nothing may be recorded: a private window, or a browser without a store. */
export type OpenTabletRefusal = { readonly kind: 'no-store'; readonly detail: string }

/** A screen that records restores first, one that only reads is drawn first. */
export const RESTORE_AFTER_MS = 800
const CONTACT_AFTER_MS = 700

let opening: Promise<OpenedTablet | OpenTabletRefusal> | undefined

/** Opens the store once for the life of the page and starts sending and fetching. */
export function openTablet(): Promise<OpenedTablet | OpenTabletRefusal> {
  opening ??= open().catch(refuse)
  return opening
}

async function open(): Promise<OpenedTablet> {
  const db = await openLedgerForReading()
  // Without an identity this tablet is new, or its journal knows better.
  if (!(await readMeta(db, 'identity'))) await db.restored
  const sync = createSync({ db })
  let restoring: ReturnType<OpenedTablet['restored']> | undefined
  const restored = () => (restoring ??= db.restored.then(() => startLater(sync), refuse))
  return { db, sync, restored }
}

function startLater(sync: Sync): undefined {
  setTimeout(() => sync.start(), CONTACT_AFTER_MS)
}

function refuse(error: unknown): OpenTabletRefusal {
  return { kind: 'no-store', detail: error instanceof Error ? error.name : String(error) }
}
