import { caseFileWords } from '#shared/case-file/case-file-words'
import type { CaseFile } from '#shared/case-file/case-file'
import type { DocumentRow, SearchedRow } from '../database/ledger-rows.ts'

/** A case file with what it is searched by. */
export function caseFileRow(
  row: DocumentRow<CaseFile>,
  nameByPlaceCode: Readonly<Record<string, string>>,
): SearchedRow<CaseFile> {
  if (row.deleted) return { ...row, words: [] }
  const { communeCode, provinceCode } = row.body
  return {
    ...row,
    words: caseFileWords(row.body, nameByPlaceCode[communeCode], nameByPlaceCode[provinceCode]),
  }
}
