import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import type { LifeBody } from '#shared/case-file/life'
import type { PersonReadPage, PersonReadRow } from '#shared/desk/desk-household-wire'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { readDocument } from '../document/read-document.ts'

/** What may be read about persons without opening anything. */
export function isCaseKnown(reader: Reader, caseFileId: CaseFileId): boolean {
  return readCode(reader, caseFileId) !== null || readChangedAt(reader, caseFileId) !== null
}

export function readCode(reader: Reader, caseFileId: CaseFileId): string | null {
  return readCaseFileBody(reader, caseFileId)?.code ?? null
}

/** Its document, or what its life tells while it has none yet: asked for, and verified by nobody. */
export function readCaseFileBody(reader: Reader, caseFileId: CaseFileId): CaseFile | undefined {
  const document = readDocument(reader, 'caseFiles', caseFileId)?.body
  if (document) return document
  const life = reader.get(
    reader.query
      .selectFrom('caseLife')
      .select(['code', 'body', 'receivedAt'])
      .where('caseFileId', '=', caseFileId),
  )
  if (!life) return undefined
  const { code, body, receivedAt } = life
  const unverified = { tick: 'red', tickAt: receivedAt, tickUntil: null } as const
  return { ...(JSON.parse(body) as LifeBody), id: caseFileId, code, ...unverified }
}

/** Null when nothing is known about the persons. */
export function readChangedAt(reader: Reader, caseFileId: CaseFileId): Instant | null {
  const row = reader.get(
    reader.query.selectFrom('household').select('changedAt').where('caseFileId', '=', caseFileId),
  )
  return row?.changedAt ?? null
}

/** Who was shown whom and why, newest first. */
export function readPersonReads(
  reader: Reader,
  { page, limit }: { readonly page: number; readonly limit: number },
): PersonReadPage {
  // Rows are only ever added, so the newest number says how many there are.
  const last = reader.get(reader.query.selectFrom('personRead').select(({ fn }) => fn.max('id').as('id')))
  const total = last?.id ?? 0
  const rows = reader.all(
    selectReads(reader)
      .where('personRead.id', '<=', total - (page - 1) * limit)
      .orderBy('personRead.id', 'desc')
      .limit(limit),
  )
  return { rows: rows.map((row) => withCode(reader, row)), total, page, limit }
}

/** All of one case file, oldest first. */
export function readReadsOf(reader: Reader, caseFileId: CaseFileId): PersonReadRow[] {
  const rows = reader.all(
    selectReads(reader).where('personRead.caseFileId', '=', caseFileId).orderBy('personRead.id'),
  )
  return rows.map((row) => withCode(reader, row))
}

function selectReads(reader: Reader) {
  return reader.query
    .selectFrom('personRead')
    .leftJoin('staffMember', 'staffMember.id', 'personRead.staffId')
    .leftJoin('device', 'device.id', 'personRead.deviceId')
    .select(['personRead.id', 'at', 'caseFileId', 'why'])
    .select(['staffMember.name as staffName', 'device.name as deviceName'])
}

function withCode(reader: Reader, row: Omit<PersonReadRow, 'code'>): PersonReadRow {
  return { ...row, code: readCode(reader, row.caseFileId) }
}
