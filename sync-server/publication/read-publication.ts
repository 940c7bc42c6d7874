import type { CaseFileId } from '#shared/case-file/case-file'
import type { PublicationAnswer } from '#shared/desk/desk-publication-wire'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { hindranceOf } from './hindrance.ts'

/** What everyone is told of a case file, as the desk sees it. Undefined for one that is not there. */
export function readPublication(
  reader: Reader,
  caseFileId: CaseFileId,
  at: Instant,
): PublicationAnswer | undefined {
  const { query } = reader
  const row = reader.get(
    query
      .selectFrom('caseLife')
      .leftJoin('publication', 'publication.caseFileId', 'caseLife.caseFileId')
      .leftJoin('interestTotal', 'interestTotal.publicCode', 'publication.publicCode')
      .leftJoin('staffMember', 'staffMember.id', 'publication.publishedBy')
      .select(['caseLife.step', 'caseLife.tick', 'caseLife.tickUntil', 'caseLife.mergedInto'])
      .select(['publication.publicCode', 'words', 'wordsEn', 'publishedAt', 'withdrawnAt'])
      .select(['staffMember.name', 'views', 'hearts'])
      .where('caseLife.caseFileId', '=', caseFileId),
  )
  if (!row) return undefined
  const { publicCode, words, wordsEn, publishedAt, withdrawnAt, name } = row
  return {
    publicCode,
    words: words ?? '',
    wordsEn: wordsEn ?? '',
    publishedAt,
    publishedByName: name,
    withdrawnAt,
    hindrance: hindranceOf(row, at) ?? null,
    views: row.views ?? 0,
    hearts: row.hearts ?? 0,
  }
}
