import { randomUUID } from 'node:crypto'
import {
  BAD_LINES_SHOWN,
  IMPORT_LINES_MAX,
  type BadLine,
  type ImportAnswer,
  type ImportKind,
} from '#shared/desk/desk-import-wire'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { WriterDb } from '../database/writer-db.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { sayAssumed, type AssumedColumn } from './assumed-columns.ts'
import { CASE_FILE_COLUMNS } from './case-file-columns.ts'
import { decodeText } from './decode-text.ts'
import { planCaseFiles } from './plan-case-files.ts'
import { planItems } from './plan-items.ts'
import { planRequests, REQUEST_COLUMNS } from './plan-requests.ts'
import { ITEM_COLUMNS } from './item-columns.ts'
import { readCsv, type CsvColumn, type CsvLine, type CsvRefusal } from './read-csv.ts'
import type { CellFault } from './line-faults.ts'

export interface ImportArgs {
  readonly file: string | Uint8Array
  readonly commit: boolean
  readonly skipBad: boolean
  /** Null for the command line. */
  readonly importedBy: StaffId | null
  readonly changedBy: string
  readonly at: Instant
}

/** The key that persons are sealed with: they lie in the clear nowhere but in the file that is read. */
export interface CaseFileImportArgs extends ImportArgs {
  readonly keys: Pick<SealKeys, 'sealKey'>
}

export type ImportRefusal = CsvRefusal | { readonly kind: 'bad-lines'; readonly preview: ImportAnswer }

/** What a line would do, and what it leaves to the server to fill in; `store` does it. */
export type LinePlan =
  | {
      readonly kind: 'new' | 'changed'
      readonly assumed: readonly AssumedColumn[]
      readonly store: () => void
    }
  | { readonly kind: 'unchanged' }

/** How a kind of import reads its lines: against what is stored, in the order of the file. */
export type LinePlanner<Key extends string> = (line: CsvLine<Key>) => Result<LinePlan, CellFault>

/** Reads, compares and stores in one transaction: all lines are in, or none. */
export function importItems(db: WriterDb, args: ImportArgs): Result<ImportAnswer, ImportRefusal> {
  return importFile(db, args, 'items', ITEM_COLUMNS, planItems(db, args))
}

export function importCaseFiles(db: WriterDb, args: CaseFileImportArgs): Result<ImportAnswer, ImportRefusal> {
  return importFile(db, args, 'case-files', CASE_FILE_COLUMNS, planCaseFiles(db, args))
}

export function importRequests(db: WriterDb, args: CaseFileImportArgs): Result<ImportAnswer, ImportRefusal> {
  return importFile(db, args, 'requests', REQUEST_COLUMNS, planRequests(db, args))
}

function importFile<Key extends string>(
  db: WriterDb,
  { file, commit, skipBad, importedBy, at }: ImportArgs,
  kind: ImportKind,
  columns: readonly CsvColumn<Key>[],
  plan: LinePlanner<Key>,
): Result<ImportAnswer, ImportRefusal> {
  const text = typeof file === 'string' ? file.normalize('NFC') : decodeText(file)
  const table = readCsv(text, columns, IMPORT_LINES_MAX)
  if (!table.ok) return table

  const counts = { new: 0, changed: 0, unchanged: 0, bad: 0 }
  const badLines: BadLine[] = []
  const stores: (() => void)[] = []
  const linesByAssumed = new Map<AssumedColumn, number>()
  for (const line of table.value.lines) {
    const planned = line.fault ? err({ column: '', message: line.fault }) : plan(line)
    if (planned.ok) {
      counts[planned.value.kind] += 1
      if (planned.value.kind === 'unchanged') continue
      stores.push(planned.value.store)
      for (const column of planned.value.assumed) {
        linesByAssumed.set(column, (linesByAssumed.get(column) ?? 0) + 1)
      }
    } else {
      counts.bad += 1
      if (badLines.length < BAD_LINES_SHOWN) badLines.push({ line: line.line, ...planned.error })
    }
  }
  const { ignoredColumns } = table.value
  const preview: ImportAnswer = {
    kind,
    committed: false,
    counts,
    badLines,
    ignoredColumns: [...ignoredColumns],
    assumed: Array.from(linesByAssumed, ([column, lines]) => ({
      column,
      lines,
      message: sayAssumed(column, lines),
    })),
  }
  if (!commit) return ok(preview)
  if (counts.bad > 0 && !skipBad) return err({ kind: 'bad-lines', preview })

  for (const store of stores) store()
  db.run(
    db.query.insertInto('importRun').values({
      id: randomUUID(),
      kind,
      importedAt: at,
      importedBy,
      newCount: counts.new,
      changedCount: counts.changed,
      unchangedCount: counts.unchanged,
      badCount: counts.bad,
    }),
  )
  return ok({ ...preview, committed: true })
}
