import type { CaseFileId } from '#shared/case-file/case-file'
import type { Household } from '#shared/person/person'
import { membersOf } from '../case-file/case-groups.ts'
import { inList } from '../database/in-list.ts'
import type { Reader } from '../database/open-reader.ts'
import { findPersonal } from './find-personal.ts'

/** Published case files of which the words would tell of somebody in this household, as it is known from now on. */
export function toldOf(
  reader: Pick<Reader, 'all' | 'prepare' | 'query'>,
  caseFileId: CaseFileId,
  household: Household,
): CaseFileId[] {
  const published = reader.all(
    reader.query
      .selectFrom('publication')
      .select(['caseFileId', 'words', 'wordsEn'])
      .where('caseFileId', 'in', inList(membersOf(reader, caseFileId)))
      .where('withdrawnAt', 'is', null),
  )
  const known = { households: [household], requesters: [], communeNames: [], provinceName: '' }
  return published
    .filter(({ words, wordsEn }) => [words, wordsEn].some((text) => findPersonal(text, known) !== undefined))
    .map((row) => row.caseFileId)
}
