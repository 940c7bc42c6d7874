import { searchWords } from '../i18n/search-words.ts'
import { caseFileText } from './case-file-text.ts'
import type { CaseFile } from './case-file.ts'

const SIGNS = /[^\p{L}\p{N}]+/gu

/**
 * What a case file is searched by, on a tablet and at the desk: its code as written, without its signs and by its parts
 * (HS-1001, HS1001, 1001), its category in both languages, its commune and province. Nothing about a person.
 */
export function caseFileWords(
  { code, category, subCategory }: Pick<CaseFile, 'code' | 'category' | 'subCategory'>,
  ...placeNames: readonly (string | undefined)[]
): string[] {
  return searchWords(
    code,
    code.replace(SIGNS, ''),
    ...code.split(SIGNS),
    caseFileText.vi.category[category],
    caseFileText.en.category[category],
    subCategory && caseFileText.vi.subCategory[subCategory],
    ...placeNames,
  )
}
