import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { changeDrafts, type DraftRefusal } from './draft-change-store.ts'
import type { Draft } from './draft.ts'
import { latestOnly } from './latest-only.ts'

/**
 * Changes the header and what stands half typed, starting from what is on disk at that moment: two windows take nothing
 * from each other. Call it at every keystroke: those that wait are written together. Answers what is there now.
 */
export function editDraft<D extends Draft>(
  db: LedgerDatabase,
  draftId: string,
  edit: (draft: D) => D,
): Promise<Result<D, DraftRefusal>> {
  const editorById = editorsOf.get(db) ?? new Map<string, Editor>()
  editorsOf.set(db, editorById)
  const editor = editorById.get(draftId) ?? createEditor(db, draftId)
  editorById.set(draftId, editor)
  // What is asked for and what is there are the same draft, so also of the same kind.
  return editor(edit as unknown as Edit) as unknown as Promise<Result<D, DraftRefusal>>
}

type Edit = (draft: Draft) => Draft
type Editor = (edit: Edit) => Promise<Result<Draft, DraftRefusal>>
const editorsOf = new WeakMap<LedgerDatabase, Map<string, Editor>>()

function createEditor(db: LedgerDatabase, draftId: string): Editor {
  let waiting: readonly Edit[] = []
  const write = latestOnly(async () => {
    const edits = waiting
    waiting = []
    const written = await writeHeader(db, draftId, edits)
    // What found no room comes with the next edit.
    if (!written.ok && written.error.kind !== 'draft-closed') waiting = [...edits, ...waiting]
    return written
  })
  return (edit) => {
    waiting = [...waiting, edit]
    return write(undefined)
  }
}

function writeHeader(
  db: LedgerDatabase,
  draftId: string,
  edits: readonly Edit[],
): Promise<Result<Draft, DraftRefusal>> {
  return changeDrafts<Draft, DraftRefusal>(db, async (change) => {
    const before = await db.drafts.get(draftId)
    if (!before) return { value: err({ kind: 'draft-closed' }), entries: [] }
    const draft = edits.reduce((edited, edit) => edit(edited), before)
    await db.drafts.put(draft)
    return { value: ok(draft), entries: [{ kind: 'draft', change, draft }] }
  })
}
