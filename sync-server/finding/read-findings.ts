import type { FindingPage, FindingRow } from '#shared/desk/desk-finding-wire'
import type { Finding, FindingKind } from '#shared/finding/finding'
import type { Handover, HandoverCorrected } from '#shared/handover/handover'
import type { Movement } from '#shared/movement/movement'
import type { Instant } from '#shared/time/time'
import type { LedgerTables } from '../database/ledger-tables.ts'
import type { Reader } from '../database/open-reader.ts'
import { createFindingNames } from './finding-names.ts'
import { findingSentence, type Recorded } from './finding-sentence.ts'

export interface FindingQuery {
  readonly state: 'open' | 'closed' | 'all'
  readonly kind?: FindingKind | undefined
  readonly page: number
  readonly limit: number
}

type StoredFinding = Pick<
  LedgerTables['finding'],
  'key' | 'kind' | 'detail' | 'openedAt' | 'closedAt' | 'handledAt' | 'handledBy' | 'note'
>
const COLUMNS = ['key', 'kind', 'detail', 'openedAt', 'closedAt', 'handledAt', 'handledBy', 'note'] as const

/** Those nobody has handled come first, then the newest. */
export function readFindings(reader: Reader, { state, kind, page, limit }: FindingQuery): FindingPage {
  let matching = reader.query.selectFrom('finding')
  if (state !== 'all') matching = matching.where('open', '=', state === 'open' ? 1 : 0)
  if (kind !== undefined) matching = matching.where('kind', '=', kind)
  return reader.atOneMoment(() => {
    const counted = reader.get(matching.select(({ fn }) => fn.countAll<number>().as('total')))
    const stored = reader.all(
      matching
        .select(COLUMNS)
        .orderBy((row) => row('handledAt', 'is not', null))
        .orderBy('openedAt', 'desc')
        .orderBy('id', 'desc')
        .limit(limit)
        .offset((page - 1) * limit),
    )
    return { rows: namedRows(reader, stored), total: counted?.total ?? 0, page, limit }
  })
}

export function readFinding(reader: Reader, key: string): FindingRow | undefined {
  const stored = reader.all(reader.query.selectFrom('finding').select(COLUMNS).where('key', '=', key))
  return namedRows(reader, stored)[0]
}

function namedRows(reader: Reader, stored: readonly StoredFinding[]): FindingRow[] {
  const vi = createFindingNames(reader, 'vi')
  const en = createFindingNames(reader, 'en')
  return stored.map(({ detail, ...row }) => {
    const finding = JSON.parse(detail) as Finding
    const recorded = recordedOf(reader, finding)
    return {
      ...row,
      sentence: {
        vi: findingSentence(finding, recorded, vi, 'vi'),
        en: findingSentence(finding, recorded, en, 'en'),
      },
      openedAt: row.openedAt as Instant,
      closedAt: row.closedAt as Instant | null,
      handledAt: row.handledAt as Instant | null,
      handledBy: row.handledBy === null ? null : vi.staff(row.handledBy),
    }
  })
}

function recordedOf(reader: Reader, finding: Finding): Recorded | undefined {
  if ('movementId' in finding) return readRecorded(reader, finding.movementId)
  if ('correctionId' in finding) return readFact(reader, finding.correctionId)
  return 'handoverId' in finding ? readFact(reader, finding.handoverId) : undefined
}

function readFact(reader: Reader, id: string): Recorded | undefined {
  const row = reader.get(reader.query.selectFrom('fact').select('body').where('id', '=', id))
  return row && (JSON.parse(row.body) as Handover | HandoverCorrected)
}

function readRecorded(reader: Reader, movementId: string): Recorded | undefined {
  const row = reader.get(
    reader.query
      .selectFrom('fact')
      .select('body')
      .where((where) =>
        where.or([
          where('movementId', '=', movementId),
          where.and([
            where('id', '=', movementId),
            where('kind', '=', 'movement'),
            where('movementId', 'is', null),
          ]),
        ]),
      ),
  )
  return row && (JSON.parse(row.body) as Movement)
}
