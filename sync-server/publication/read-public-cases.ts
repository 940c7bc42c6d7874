import { sql } from 'kysely'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { LifeBody, LifeStep } from '#shared/case-file/life'
import type { PartHash } from '#shared/part/part'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { readPlaceNames } from '../place/places.ts'
import { readCaseGoods, type CaseGoods } from './read-case-goods.ts'

/** What everyone may know of a case file: of where it is the province alone, and of who it is about nothing. */
export interface PublicCase {
  readonly publicCode: string
  readonly words: string
  readonly wordsEn: string
  readonly publishedAt: Instant
  readonly category: LifeBody['category']
  readonly subCategory: LifeBody['subCategory']
  readonly provinceName: string
  readonly step: LifeStep
  /** Null without an end. */
  readonly tickUntil: Instant | null
  readonly isTickOver: boolean
  /** Counted once a day for each visitor. */
  readonly views: number
  readonly hearts: number
}
export interface PublicCasePage extends PublicCase {
  readonly goods: readonly CaseGoods[]
  /** Blurred copies that a coordinator has released. */
  readonly pictures: readonly PartHash[]
}

export const CASES_ON_A_PAGE = 20

/** Newest first; `older` is where the next page begins. */
export function readPublicCases(
  reader: Reader,
  { before, at }: { readonly before: string | undefined; readonly at: Instant },
): { readonly cases: readonly PublicCase[]; readonly older: string | undefined } {
  const rows = reader.all(
    shown(reader)
      .where(sql<string>`"publishedAt" || "publication"."publicCode"`, '<', before ?? '~')
      .where('publishedAt', '<=', (before?.slice(0, 24) ?? '~') as Instant)
      .orderBy('publishedAt', 'desc')
      .orderBy('publication.publicCode', 'desc')
      .limit(CASES_ON_A_PAGE + 1),
  )
  const cases = rows.slice(0, CASES_ON_A_PAGE).map((row) => publicCaseOf(row, at))
  const last = cases.at(-1)
  const older = rows.length > CASES_ON_A_PAGE && last ? last.publishedAt + last.publicCode : undefined
  return { cases, older }
}

/** Undefined for one that nobody published, that was taken back, or whose tick was. */
export function readPublicCase(reader: Reader, publicCode: string, at: Instant): PublicCasePage | undefined {
  return reader.atOneMoment(() => {
    const row = reader.get(shown(reader).where('publication.publicCode', '=', publicCode))
    if (!row) return undefined
    const pictures = reader.all(
      reader.query
        .selectFrom('part')
        .select('publicHash')
        .where('caseFileId', '=', row.caseFileId)
        .where('publicHash', 'is not', null)
        .where('erasedAt', 'is', null)
        .orderBy('receivedAt'),
    )
    return {
      ...publicCaseOf(row, at),
      goods: readCaseGoods(reader, row.caseFileId, bodyOf(row).needs),
      pictures: pictures.flatMap(({ publicHash }) => publicHash ?? []),
    }
  })
}

/** One that was refused, joined with another or lost its tick is nobody's business, whatever was published of it. */
function shown({ query }: Reader) {
  return query
    .selectFrom('publication')
    .innerJoin('caseLife', 'caseLife.caseFileId', 'publication.caseFileId')
    .select(['publication.caseFileId', 'publication.publicCode', 'words', 'wordsEn', 'publishedAt'])
    .leftJoin('interestTotal', 'interestTotal.publicCode', 'publication.publicCode')
    .select(['body', 'step', 'tickUntil', 'views', 'hearts'])
    .where('withdrawnAt', 'is', null)
    .where('mergedInto', 'is', null)
    .where('tick', '=', 'green')
    .where('step', 'not in', ['survey', 'verification', 'refused'])
}

type Shown = 'publicCode' | 'words' | 'wordsEn' | 'publishedAt' | 'step' | 'tickUntil'
interface Row extends Pick<PublicCase, Shown> {
  readonly caseFileId: CaseFileId
  readonly body: string
  readonly views: number | null
  readonly hearts: number | null
}

function publicCaseOf(row: Row, at: Instant): PublicCase {
  const { publicCode, words, wordsEn, publishedAt, step, tickUntil } = row
  const { category, subCategory, communeCode } = bodyOf(row)
  return {
    publicCode,
    words,
    wordsEn,
    publishedAt,
    category,
    subCategory,
    provinceName: readPlaceNames(communeCode).provinceName,
    step,
    tickUntil,
    isTickOver: tickUntil !== null && tickUntil < at,
    views: row.views ?? 0,
    hearts: row.hearts ?? 0,
  }
}

function bodyOf({ body }: Pick<Row, 'body'>): LifeBody {
  return JSON.parse(body) as LifeBody
}
