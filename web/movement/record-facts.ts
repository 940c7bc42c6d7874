import { ok, type Result } from '#shared/result'
import type { Fact, FactId } from '#shared/sync/fact'
import { applyToStock } from '../lot/change-stock.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { MovementRow, OutboxRow } from '../database/ledger-rows.ts'
import { refuseStorageFailure, type StorageRefusal } from '../database/storage-refusal.ts'
import { layHandovers } from './lay-handovers.ts'
import { layOverDocuments } from './lay-over-documents.ts'
import { laySurveys } from './lay-surveys.ts'

type WithoutHead<F> = F extends Fact ? Pick<F, 'kind' | 'body'> : never
/** What a job wants recorded; the number, the id and the time are given here. */
export type FactBody = WithoutHead<Fact>

/** What to record; asked for inside of the transaction, it may depend on what is on disk by then. */
type Bodies = readonly FactBody[] | (() => Promise<readonly FactBody[]>)

/**
 * Puts facts on disk, numbered, in the outbox, with their effect on stock and documents: all or none. Resolves only
 * when that is flushed and in the journal; beep then and not before. The same movement, handover
 * or survey twice is recorded once.
 */
export async function recordFacts(
  db: LedgerDatabase,
  bodies: Bodies,
): Promise<Result<readonly Fact[], StorageRefusal>> {
  const recorded = await refuseStorageFailure<readonly Fact[], never>(async () => {
    await db.restored
    await db.step('record: before the transaction')
    // Only an async function stays inside of its transaction for long: after a plain one it lasts a single await.
    const write = async () => writeFacts(db, typeof bodies === 'function' ? await bodies() : bodies)
    return ok(await db.transaction('rw', recordingTables(db), write))
  })
  if (!recorded.ok) return recorded
  await db.step('record: committed')
  await db.journal.append(recorded.value.map((fact) => ({ kind: 'fact', fact })))
  await db.step('record: in the journal')
  announceFacts(db)
  return recorded
}

/** The tables that `writeFacts` needs its transaction to span. */
export function recordingTables(db: LedgerDatabase) {
  const { outbox, movements, stock, firstStock, locations, items, donors, counters } = db
  const { handovers, surveys, quarantine } = db
  return [
    outbox,
    movements,
    stock,
    firstStock,
    locations,
    items,
    donors,
    handovers,
    surveys,
    quarantine,
    counters,
  ]
}

/** Only inside a transaction over `recordingTables`. Returns what was not recorded before. */
export async function writeFacts(db: LedgerDatabase, bodies: readonly FactBody[]): Promise<readonly Fact[]> {
  const last = (await db.counters.get('deviceSeq'))?.value ?? 0
  const recordedAt = db.now()
  const facts: Fact[] = []
  for (const body of bodies) {
    const ownId = ownIdOf(body)
    if (ownId !== undefined && (await isRecorded(db, ownId))) continue
    const id = (ownId ?? db.newId()) as FactId
    facts.push({ ...body, id, deviceSeq: last + facts.length + 1, recordedAt })
  }
  if (facts.length === 0) return facts

  await db.counters.put({ key: 'deviceSeq', value: last + facts.length })
  await layFacts(db, facts)
  return facts
}

/** Puts numbered facts in the outbox and lays their effect over stock and documents. Only inside such a transaction. */
export async function layFacts(db: LedgerDatabase, facts: readonly Fact[]): Promise<void> {
  const outboxRows = facts.map((fact): OutboxRow => ({
    id: fact.id,
    deviceSeq: fact.deviceSeq,
    unsentSeq: fact.deviceSeq,
    fact,
  }))
  const movements = facts.flatMap((fact) => (fact.kind === 'movement' ? [fact.body] : []))
  const movementRows = movements.map((movement): MovementRow => ({
    id: movement.id,
    occurredAt: movement.occurredAt,
    kind: movement.kind,
    movement,
  }))
  await db.outbox.bulkPut(outboxRows)
  await db.movements.bulkPut(movementRows)
  // Only where there is something to do: after an await without a request, what follows is outside of the transaction.
  if (facts.some(({ kind }) => kind.startsWith('handover'))) await layHandovers(db, facts)
  if (facts.some(({ kind }) => kind === 'survey')) await laySurveys(db, facts)
  for (const [warehouseId, own] of Map.groupBy(movements, (movement) => movement.warehouseId)) {
    await applyToStock(
      db,
      warehouseId,
      own.map((movement) => ({ movement, side: 'pending', sign: 1 })),
    )
  }
  await layOverDocuments(db, facts)
}

/** Wakes the pusher, in this tab and in others. */
export function announceFacts(db: LedgerDatabase): void {
  for (const listener of db.recorded) listener()
}

/** Movements, surveys and what is said of a handover have an id of their own, which is the fact's as well. */
function ownIdOf({ kind, body }: FactBody): string | undefined {
  const isNamed = kind === 'item-learned' || kind === 'pack-learned' || kind === 'donor-named'
  return isNamed ? undefined : body.id
}

async function isRecorded(db: LedgerDatabase, id: string): Promise<boolean> {
  const known = await Promise.all([
    db.movements.get(id),
    db.handovers.get(id),
    db.surveys.get(id),
    db.quarantine.get(id),
    db.outbox.get(id),
  ])
  return known.some((row) => row !== undefined)
}
