import type { CaseFile } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { DocumentRow, SearchedRow } from '../database/ledger-rows.ts'
import { searchWords } from '../database/search-words.ts'

const SIGNS = /[^\p{L}\p{N}]+/gu

/**
 * A case file with what it is searched by: its code as written, without its signs and by its parts (HS-1001, HS1001,
 * 1001), its category in both languages, its commune and province.
 */
export function caseFileRow(
  row: DocumentRow<CaseFile>,
  nameByPlaceCode: Readonly<Record<string, string>>,
): SearchedRow<CaseFile> {
  if (row.deleted) return { ...row, words: [] }
  const { code, category, subCategory, communeCode, provinceCode } = row.body
  const words = searchWords(
    code,
    code.replace(SIGNS, ''),
    ...code.split(SIGNS),
    caseFileText.vi.category[category],
    caseFileText.en.category[category],
    subCategory && caseFileText.vi.subCategory[subCategory],
    nameByPlaceCode[communeCode],
    nameByPlaceCode[provinceCode],
  )
  return { ...row, words }
}
