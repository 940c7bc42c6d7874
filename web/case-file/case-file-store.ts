import type { CaseFile } from '#shared/case-file/case-file'
import type { Instant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import { searchRows } from '../database/search-rows.ts'

/** A case file as this tablet last heard of it. */
export interface KnownCaseFile {
  readonly caseFile: CaseFile
  /** When the tablet last knew the documents to be as new as the server's: a tick may have changed since. */
  readonly knownAt?: Instant
}

/** By code, category, commune or province, without diacritics if need be. */
export async function searchCaseFiles(
  db: LedgerDatabase,
  query: string,
  limit: number,
): Promise<KnownCaseFile[]> {
  const [rows, knownAt] = await Promise.all([
    searchRows(db.caseFiles, query, limit),
    readMeta(db, 'documentsKnownAt'),
  ])
  return rows.map(({ body }) => ({ caseFile: body, ...(knownAt && { knownAt }) }))
}

export async function readCaseFile(db: LedgerDatabase, id: string): Promise<KnownCaseFile | undefined> {
  const [row, knownAt] = await Promise.all([db.caseFiles.get(id), readMeta(db, 'documentsKnownAt')])
  if (!row || row.deleted) return undefined
  return { caseFile: row.body, ...(knownAt && { knownAt }) }
}

export async function findCaseFileByCode(
  db: LedgerDatabase,
  code: string,
): Promise<KnownCaseFile | undefined> {
  const row = await db.caseFiles.where('body.code').equalsIgnoreCase(code.trim()).first()
  return row && readCaseFile(db, row.id)
}
