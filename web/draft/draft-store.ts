import { err, ok, type Result } from '#shared/result'
import type { Fact } from '#shared/sync/fact'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { Slip } from '../database/ledger-rows.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { announceFacts, recordingTables, writeFacts, type FactBody } from '../movement/record-facts.ts'
import { changeDrafts, type DraftRefusal } from './draft-change-store.ts'
import type { Draft, DraftKind, DraftLine, LinesChange } from './draft.ts'
import { readWaiting, withoutCard } from './waiting-codes.ts'

/** Goods were scanned that have no name or no weight yet, so no line: with the draft they would be gone. */
export interface WaitingRefusal {
  readonly kind: 'codes-waiting'
}

/** Which of several open drafts of a kind is meant; a tablet has one intake and one dispatch, but a handover for each door. */
export type IsMeant = (draft: Draft) => boolean
const ANY: IsMeant = () => true

/** Opens a draft, or returns the one that is open already. */
export function openDraft<D extends Draft>(
  db: LedgerDatabase,
  draft: D,
  isMeant: IsMeant = ANY,
): Promise<Result<D, StorageRefusal>> {
  return changeDrafts(db, async (change) => {
    const open = await db.drafts.where('kind').equals(draft.kind).filter(isMeant).first()
    if (open) return { value: ok(open as D), entries: [] }
    await db.drafts.put(draft)
    return { value: ok(draft), entries: [{ kind: 'draft', change, draft }] }
  })
}

/** The open draft of a kind with its lines in the order they were scanned. */
export async function readDraft<K extends DraftKind>(
  db: LedgerDatabase,
  kind: K,
  isMeant: IsMeant = ANY,
): Promise<{ draft: Extract<Draft, { kind: K }>; lines: DraftLine[] } | undefined> {
  const draft = await db.drafts.where('kind').equals(kind).filter(isMeant).first()
  if (!draft) return undefined
  const lines = await db.draftLines.where('draftId').equals(draft.id).toArray()
  lines.sort(byScan)
  return { draft: draft as Extract<Draft, { kind: K }>, lines }
}

/** The lines as any window left them; what is shown when another window has just closed the draft. */
export async function linesNow(
  db: LedgerDatabase,
  draftId: string,
  shown: readonly DraftLine[],
): Promise<readonly DraftLine[]> {
  const lines = await db.draftLines.where('draftId').equals(draftId).toArray()
  return lines.length > 0 ? lines.sort(byScan) : shown
}

/** Whether any window left a code waiting on this draft. */
export async function refuseWaiting(db: LedgerDatabase, draft: Draft): Promise<Result<void, WaitingRefusal>> {
  const { typed } = (await db.drafts.get(draft.id)) ?? draft
  return readWaiting(typed).length > 0 ? err({ kind: 'codes-waiting' }) : ok(undefined)
}

/** Adds a line or changes it. Resolves when it is on disk and in the journal: beep then. */
export function putDraftLine(db: LedgerDatabase, line: DraftLine): Promise<Result<void, DraftRefusal>> {
  return changeDrafts(db, async (change) => {
    // Side by side, since a person waits for this: the line of a draft that is closed is taken back.
    const [draft] = await Promise.all([db.drafts.get(line.draftId), db.draftLines.put(line)])
    if (!draft) {
      await db.draftLines.delete(line.id)
      return { value: err({ kind: 'draft-closed' }), entries: [] }
    }
    return { value: ok(undefined), entries: [{ kind: 'line', change, line }] }
  })
}

/**
 * Changes several lines in one transaction: goods that go from one line to another are never on both nor on neither, and
 * a waiting code has either its card or its line. Where the card is gone, it was answered before: that counts once.
 */
export function changeDraftLines(
  db: LedgerDatabase,
  draftId: string,
  { put, drop, settled }: LinesChange,
): Promise<Result<void, DraftRefusal>> {
  return changeDrafts(db, async (change) => {
    const before = await db.drafts.get(draftId)
    if (!before) return { value: err({ kind: 'draft-closed' }), entries: [] }
    const draft = settled === undefined ? undefined : withoutCard(before, settled)
    if (draft === before) return { value: ok(undefined), entries: [] }
    const lines = [db.draftLines.bulkPut([...put]), db.draftLines.bulkDelete([...drop])]
    await Promise.all([...lines, draft && db.drafts.put(draft)])
    return { value: ok(undefined), entries: [{ kind: 'lines', change, put, drop, ...(draft && { draft }) }] }
  })
}

export function removeDraftLine(db: LedgerDatabase, lineId: string): Promise<Result<void, StorageRefusal>> {
  return changeDrafts(db, async (change) => {
    await db.draftLines.delete(lineId)
    return { value: ok(undefined), entries: [{ kind: 'line-removed', change, lineId }] }
  })
}

/** Throws a draft away, with its lines. */
export function discardDraft(db: LedgerDatabase, draftId: string): Promise<Result<void, StorageRefusal>> {
  return changeDrafts(db, async (change) => {
    await deleteDraft(db, draftId)
    return { value: ok(undefined), entries: [{ kind: 'draft-closed', change, draftId }] }
  })
}

/** Ends a draft: its facts, its slip and its end are one transaction. Closing twice records once. */
export async function closeDraft(
  db: LedgerDatabase,
  draftId: string,
  { facts, slip }: { readonly facts: readonly FactBody[]; readonly slip?: Slip },
): Promise<Result<readonly Fact[], StorageRefusal>> {
  const closed = await changeDrafts<readonly Fact[], never>(
    db,
    async (change) => {
      const recorded = await writeFacts(db, facts)
      if (slip && recorded.length > 0) await db.slips.put(slip)
      await deleteDraft(db, draftId)
      return {
        value: ok(recorded),
        entries: [
          ...recorded.map((fact) => ({ kind: 'fact', fact }) as const),
          { kind: 'draft-closed', change, draftId },
        ],
      }
    },
    [...recordingTables(db), db.slips],
  )
  if (closed.ok) announceFacts(db)
  return closed
}

async function deleteDraft(db: LedgerDatabase, draftId: string): Promise<void> {
  await db.drafts.delete(draftId)
  await db.draftLines.where('draftId').equals(draftId).delete()
  await db.draftKeys.delete(draftId)
}

function byScan(a: DraftLine, b: DraftLine): number {
  return a.scannedAt === b.scannedAt ? compare(a.id, b.id) : compare(a.scannedAt, b.scannedAt)
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
