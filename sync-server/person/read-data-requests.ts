import type { DataRequestAnswer, DataRequestRow } from '#shared/desk/desk-data-request-wire'
import type { DataAsk, DataOutcome, DataStep } from '#shared/person/data-request'
import { dayInVietnam, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { PersonTables } from '../database/person-tables.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { openSealed } from '../seal/seal.ts'
import { readCode } from './read-persons.ts'

const CLOSED_SHOWN = 100

/** Open ones by when they are due, then those closed last. Nothing of who asked. */
export function readDataRequests(reader: Reader, at: Instant): DataRequestRow[] {
  const open = reader.all(
    reader.query.selectFrom('dataRequest').selectAll().where('closedAt', 'is', null).orderBy('dueAt'),
  )
  const closed = reader.all(
    reader.query
      .selectFrom('dataRequest')
      .selectAll()
      .where('closedAt', 'is not', null)
      .orderBy('closedAt', 'desc')
      .limit(CLOSED_SHOWN),
  )
  return [...open, ...closed].map((request) => requestRow(reader, request, at))
}

export function readDataRequest(
  reader: Reader,
  keys: Pick<SealKeys, 'sealKey'>,
  id: string,
  at: Instant,
): DataRequestAnswer | undefined {
  const request = reader.get(reader.query.selectFrom('dataRequest').selectAll().where('id', '=', id))
  if (!request) return undefined
  const opened = request.requester && openSealed(keys, request.requester, requesterContext(id))
  const requester = opened?.ok ? Buffer.from(opened.value).toString() : null
  return { ...requestRow(reader, request, at), requester }
}

export function requesterContext(id: string): string {
  return `data-request:${id}`
}

function requestRow(reader: Reader, request: PersonTables['dataRequest'], at: Instant): DataRequestRow {
  const { id, asks, receivedAt, dueAt, closedAt, outcome } = request
  const steps = reader.all(
    reader.query
      .selectFrom('dataRequestStep')
      .leftJoin('staffMember', 'staffMember.id', 'dataRequestStep.staffId')
      .select(['at', 'kind', 'caseFileId', 'staffMember.name as staffName'])
      .where('requestId', '=', id)
      .orderBy('dataRequestStep.id'),
  )
  return {
    id,
    asks: asks as DataAsk,
    receivedAt,
    dueAt,
    late: (closedAt ?? at) > dueAt,
    dueToday: closedAt === null && dayInVietnam(dueAt) === dayInVietnam(at),
    closedAt,
    outcome: outcome as DataOutcome | null,
    steps: steps.map(({ caseFileId, kind, ...step }) => ({
      ...step,
      kind: kind as DataStep,
      code: caseFileId && readCode(reader, caseFileId),
    })),
  }
}
