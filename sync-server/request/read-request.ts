import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseEvent } from '#shared/case-file/life'
import { inOrder } from '#shared/case-file/fold-life'
import type { LifeEvent, RequestAnswer } from '#shared/desk/desk-request-wire'
import type { Reader } from '../database/open-reader.ts'
import { readEvents } from '../case-file/fold-lives.ts'
import { placesOf, readNames, requestRows } from './read-requests.ts'

type Known = Omit<RequestAnswer, 'doubtsNow' | 'household' | 'contact' | 'trackCode'>

/** One case file with all that came in about it and all that happened; nothing about a person. */
export function readRequest(reader: Reader, caseFileId: CaseFileId): Known | undefined {
  const life = reader.get(
    reader.query.selectFrom('caseLife').selectAll().where('caseFileId', '=', caseFileId),
  )
  if (!life) return undefined
  const headId = life.mergedInto ?? caseFileId
  const members = reader.all(
    reader.query
      .selectFrom('caseLife')
      .select(['caseFileId', 'code', 'source', 'receivedAt'])
      .where('mergedInto', 'is not', null)
      .where('mergedInto', '=', headId)
      .unionAll(
        reader.query
          .selectFrom('caseLife')
          .select(['caseFileId', 'code', 'source', 'receivedAt'])
          .where('caseFileId', '=', headId),
      ),
  )
  const events = inOrder(members.flatMap((member) => readEvents(reader, member.caseFileId)))
  const merges = readMerges(
    reader,
    members.map((member) => member.caseFileId),
  )
  const mergeEvents = new Map(events.map((event) => [event.id, event]))
  const codeById = new Map(members.map((member) => [member.caseFileId, member.code]))
  return {
    ...requestRows(reader, [life])[0]!,
    head: headId === caseFileId ? null : { caseFileId: headId, code: codeById.get(headId) ?? '' },
    from: members
      .toSorted((a, b) => (a.receivedAt < b.receivedAt ? -1 : 1))
      .map((member) => ({
        ...member,
        merges: merges
          .filter(({ oneId }) => oneId === member.caseFileId)
          .map(({ mergeId, otherId }) => ({
            mergeId,
            intoCode: codeById.get(otherId) ?? '',
            at: mergeEvents.get(mergeId)?.at ?? life.receivedAt,
            isAutomatic: mergeEvents.get(mergeId)?.by == null,
          })),
      })),
    events: describe(reader, events),
    verifiers: readVerifiers(reader, [life.communeCode, life.provinceCode]),
  }
}

function readMerges(reader: Reader, ids: readonly CaseFileId[]) {
  return reader.all(reader.query.selectFrom('caseMerge').selectAll().where('oneId', 'in', ids))
}

function describe(reader: Reader, events: readonly CaseEvent[]): LifeEvent[] {
  const staffIds = events.flatMap((event) =>
    event.kind === 'assigned' ? [event.by ?? '', event.detail.staffId] : [event.by ?? ''],
  )
  const nameById = readNames(reader, staffIds)
  return events.map((event) => ({
    id: event.id,
    caseFileId: event.caseFileId,
    kind:
      event.kind === 'ticked' || event.kind === 'withdrawn'
        ? `${event.kind}-${event.detail.tick}`
        : event.kind,
    at: event.at,
    by: event.by,
    byName: (event.by !== null && nameById.get(event.by)) || null,
    words: wordsOf(event, nameById),
  }))
}

function wordsOf(event: CaseEvent, nameById: ReadonlyMap<string, string>): string {
  switch (event.kind) {
    case 'assigned':
      return nameById.get(event.detail.staffId) ?? ''
    case 'ticked':
    case 'withdrawn':
      return event.detail.reason ?? ''
    case 'refused':
      return event.detail.words ?? ''
    default:
      return ''
  }
}

function readVerifiers(reader: Reader, placeCodes: readonly string[]): RequestAnswer['verifiers'] {
  return reader
    .all(
      reader.query
        .selectFrom('staffMember')
        .select(['id', 'name'])
        .where('active', '=', 1)
        .where('role', 'in', ['verifier', 'coordinator', 'admin'])
        .orderBy('name'),
    )
    .map(({ id, name }) => ({
      id,
      name,
      isOfPlace: placesOf(reader, id).some((code) => placeCodes.includes(code)),
    }))
    .toSorted((a, b) => Number(b.isOfPlace) - Number(a.isOfPlace))
}
