import { openLedgerForReading } from './database/open-ledger-database.ts'
import type { LedgerDatabase } from './database/ledger-database.ts'
import { readMeta } from './database/meta-store.ts'
import { createLaterSync, type LaterSync } from './sync/later-sync.ts'

export interface OpenedTablet {
  readonly db: LedgerDatabase
  readonly sync: LaterSync
  /** Until it resolves the store may only be read. Always the same promise; begun when first asked for. */
  readonly restored: () => Promise<OpenTabletRefusal | undefined>
}

/** Where nothing can be kept nothing may be recorded: a private window, or a browser without a store. */
export type OpenTabletRefusal = { readonly kind: 'no-store'; readonly detail: string }

/** A screen that records restores first, one that only reads is drawn first. */
export const RESTORE_AFTER_MS = 800
/** What a screen still draws or loads comes first. */
const CONTACT_AFTER_MS = 1_500

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
  const sync = createLaterSync(db)
  let restoring: ReturnType<OpenedTablet['restored']> | undefined
  const restored = () => (restoring ??= db.restored.then(() => startLater(db, sync), refuse))
  return { db, sync, restored }
}

/** At once where the tablet does not know its goods yet: until then every code is unknown to it. */
async function startLater(db: LedgerDatabase, sync: LaterSync): Promise<undefined> {
  const isFilled = (await readMeta(db, 'documentsKnownAt')) !== undefined
  setTimeout(() => sync.start(), isFilled ? CONTACT_AFTER_MS : 0)
}

function refuse(error: unknown): OpenTabletRefusal {
  return { kind: 'no-store', detail: error instanceof Error ? error.name : String(error) }
}
