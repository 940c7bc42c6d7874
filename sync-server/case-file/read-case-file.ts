import type { CaseFile, CaseFileId, Tick } from '#shared/case-file/case-file'
import type { TickRow } from '#shared/desk/desk-case-file-wire'
import type { TickDetail } from '#shared/case-file/life'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { readDocument } from '../document/read-document.ts'

export interface StoredCaseFile {
  readonly id: CaseFileId
  readonly version: number
  readonly body: CaseFile
}

export function readCaseFile(reader: Reader, id: string): StoredCaseFile | undefined {
  const stored = readDocument(reader, 'caseFiles', id)
  return stored && { id: id as CaseFileId, ...stored }
}

/** Newest first. */
export function readTicks(reader: Reader, id: CaseFileId): TickRow[] {
  const rows = reader.all(
    reader.query
      .selectFrom('caseFileTick')
      .leftJoin('staffMember', (join) => join.onRef('staffMember.id', '=', 'caseFileTick.changedBy'))
      .select(['tick', 'tickAt', 'tickUntil', 'staffMember.id as staffId', 'staffMember.name as staffName'])
      .where('caseFileId', '=', id)
      .orderBy('tickAt', 'desc'),
  )
  const told = readReasons(reader, id)
  return rows.map(({ tick, tickAt, tickUntil, staffId, staffName }) => ({
    ...(told.get(`${tickAt}:${tick}`) ?? { reason: '', parts: 0, isWithdrawn: false }),
    tick: tick as Tick,
    tickAt: tickAt as Instant,
    tickUntil: tickUntil as Instant | null,
    staffId,
    staffName,
  }))
}

/** What was said with each tick, by its moment. */
function readReasons(reader: Reader, id: CaseFileId) {
  const events = reader.all(
    reader.query
      .selectFrom('caseEvent')
      .select(['kind', 'at', 'detail'])
      .where('caseFileId', '=', id)
      .where('kind', 'in', ['ticked', 'withdrawn']),
  )
  return new Map(
    events.map(({ kind, at, detail }) => {
      const { tick, reason = '', parts = [] } = JSON.parse(detail) as TickDetail
      return [`${at}:${tick}`, { reason, parts: parts.length, isWithdrawn: kind === 'withdrawn' }]
    }),
  )
}
