import type { Donor } from '#shared/donor/donor'
import { searchWords } from '#shared/i18n/search-words'
import type { DocumentRow, SearchedRow } from '../database/ledger-rows.ts'

export function donorRow(row: DocumentRow<Donor>): SearchedRow<Donor> {
  return { ...row, words: row.deleted || row.body.anonymous ? [] : searchWords(row.body.name) }
}
