import { layFacts } from '../movement/record-facts.ts'
import { recordingTables } from '../movement/record-facts.ts'
import type { JournalBase } from './journal-entry.ts'
import type { LedgerDatabase } from './ledger-database.ts'
import type { StorageState } from './ledger-rows.ts'
import { readMeta, writeMeta } from './meta-store.ts'
import { planRestore, type Restore } from './plan-restore.ts'

/** Survives a database that the browser threw away, and tells it from one that never was. */
const IN_USE_MARKER = 'kho4d-in-use'

/** Compares what the journal says was here with what the database has, puts back what is missing, and starts a new base. */
export async function restoreFromJournal(db: LedgerDatabase): Promise<void> {
  const [identity, before] = await Promise.all([readMeta(db, 'identity'), readMeta(db, 'storage')])
  const wiped = !identity && localStorage.getItem(IN_USE_MARKER) !== null
  const { found } = db.journal
  // Mostly nothing is missing: asking that first keeps nobody from reading stock meanwhile.
  const counted = [db.counters, db.draftChanges, db.drafts, db.draftLines]
  const isMissing = await db.transaction('r', counted, async () => (await planNow(db)) !== undefined)
  if (isMissing || (!identity && found.identity)) await putBack(db)

  const storage: StorageState = {
    kept: await askToKeep(),
    journal: db.journal.available,
    wiped: wiped || (before?.wiped ?? false),
  }
  if (!isSame(storage, before)) await writeMeta(db.relaxed, 'storage', storage)
  await db.journal.compact(() => readJournalBase(db))
}

async function putBack(db: LedgerDatabase): Promise<void> {
  const tables = [...recordingTables(db), db.drafts, db.draftLines, db.draftChanges, db.meta]
  await db.transaction('rw', tables, async () => {
    const restore = await planNow(db)
    const lost = db.journal.found.identity
    if (lost && !(await readMeta(db, 'identity'))) await writeMeta(db, 'identity', lost)
    if (!restore) return
    await layFacts(db, restore.facts)
    await db.quarantine.bulkPut([...restore.quarantine])
    await db.counters.put({ key: 'deviceSeq', value: restore.counters.deviceSeq })
    await db.draftChanges.put({ key: 'draftChange', value: restore.counters.draftChange })
    if (!restore.drafts) return
    await db.drafts.clear()
    await db.draftLines.clear()
    await db.drafts.bulkPut([...restore.drafts.drafts])
    await db.draftLines.bulkPut([...restore.drafts.lines])
  })
}

/** Only inside a transaction, so that counters and drafts belong together. */
async function planNow(db: LedgerDatabase): Promise<Restore | undefined> {
  const has = await readCounters(db)
  const open = { drafts: await db.drafts.toArray(), lines: await db.draftLines.toArray() }
  return planRestore(db.journal.found.entries, has, open)
}

function isSame(now: StorageState, before: StorageState | undefined): boolean {
  return now.kept === before?.kept && now.journal === before.journal && now.wiped === before.wiped
}

/** Called once the tablet has an identity: from now on an empty database is a lost one. */
export function markInUse(deviceId: string | undefined): void {
  if (deviceId === undefined) localStorage.removeItem(IN_USE_MARKER)
  else localStorage.setItem(IN_USE_MARKER, deviceId)
}

/** Everything that is only here, read in one transaction with the counters it belongs to. */
export function readJournalBase(db: LedgerDatabase): Promise<JournalBase> {
  const tables = [db.outbox, db.quarantine, db.drafts, db.draftLines, db.counters, db.draftChanges]
  return db.transaction('r', tables, async () => {
    const unsent = await db.outbox.orderBy('unsentSeq').toArray()
    const quarantine = await db.quarantine.toArray()
    return {
      kind: 'base',
      ...(await readCounters(db)),
      unsent: unsent.map(({ fact }) => fact),
      quarantine,
      drafts: await db.drafts.toArray(),
      lines: await db.draftLines.toArray(),
    }
  })
}

/** Empties the journal of what the server has by now. Cheap when there is nothing to do. */
export async function tidyJournal(db: LedgerDatabase): Promise<void> {
  if (db.journal.entryCount === 0) return
  const unsent = await db.outbox.where('unsentSeq').above(0).count()
  const open = await db.drafts.count()
  if (unsent + open === 0 || db.journal.entryCount > ENTRIES_MAX) {
    await db.journal.compact(() => readJournalBase(db))
  }
}
const ENTRIES_MAX = 2_000

async function readCounters(db: LedgerDatabase) {
  const deviceSeq = (await db.counters.get('deviceSeq'))?.value ?? 0
  const draftChange = (await db.draftChanges.get('draftChange'))?.value ?? 0
  return { deviceSeq, draftChange }
}

async function askToKeep(): Promise<StorageState['kept']> {
  if (!navigator.storage?.persist) return 'unknown'
  return (await navigator.storage.persist()) ? 'persisted' : 'best-effort'
}
