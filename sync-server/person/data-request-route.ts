import { Hono } from 'hono'
import type { CaseFileId } from '#shared/case-file/case-file'
import {
  ContactCorrectionSchema,
  DataRequestAddSchema,
  DataRequestCloseSchema,
  PersonCorrectionSchema,
  PersonSearchSchema,
  type DataRequestList,
  type PersonExtract,
  type PersonHits,
} from '#shared/desk/desk-data-request-wire'
import { DATA_REQUEST_DAYS, type DataStep } from '#shared/person/data-request'
import type { ReadReason } from '#shared/person/read-reason'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import { dayInVietnam, type Instant } from '#shared/time/time'
import { dueAfterWorkingDays } from '#shared/time/working-days'
import type { DeskEnv } from '../access/desk-env.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { findRecipients, readRecipients } from '../handover/recipients.ts'
import type { DeskPartDeps } from '../part/desk-part-route.ts'
import { seal } from '../seal/seal.ts'
import { countUnmarked, findByName, findByNumber } from './find-persons.ts'
import { findRequests } from '../request/find-requests.ts'
import { readContact, sealContact } from '../request/request-contact.ts'
import { placeName, readExtract } from './person-extract.ts'
import { readDataRequest, readDataRequests, requesterContext } from './read-data-requests.ts'
import { isCaseKnown, readCaseFileBody, readCode } from './read-persons.ts'

const HITS_MAX = 50

/**
 * What a person asks of us about their own data: it is found, shown, corrected, handed out or erased within two working
 * days. Nothing of it is done without an open request, and each step is written down before it is taken.
 */
export function dataRequestRoute({ reader, writer, keys, persons, parts, now, newId }: DeskPartDeps) {
  const answer = (id: string) => readDataRequest(reader, keys, id, now())

  async function take(
    requestId: string,
    kind: DataStep,
    by: StaffId,
    caseFileId: CaseFileId | null = null,
  ): Promise<Result<void, DeskRefusal>> {
    if (caseFileId !== null && !isCaseKnown(reader, caseFileId)) return err({ kind: 'not-found' })
    const isOpen = await writer.write('takeDataStep', { requestId, kind, caseFileId, by, at: now() })
    return isOpen ? ok(undefined) : err({ kind: 'not-found' })
  }

  async function extract(
    caseFileId: CaseFileId,
    staffId: StaffId,
    why: ReadReason,
  ): Promise<Result<PersonExtract, DeskRefusal>> {
    const household = await persons.read(caseFileId, { by: { staffId }, why })
    if (!household.ok) return household
    const recipients = await readRecipients({ reader, parts }, caseFileId)
    return ok({ ...readExtract({ reader, keys }, caseFileId, household.value, now()), recipients })
  }

  /** Steps that answer with all that is held. */
  const showing = (kind: DataStep, why: ReadReason) => async (requestId: string, id: string, by: StaffId) => {
    const taken = await take(requestId, kind, by, id as CaseFileId)
    return taken.ok ? extract(id as CaseFileId, by, why) : taken
  }
  const show = showing('shown', 'personal-data')
  const handOut = showing('handed-out', 'hand-out')

  return new Hono<DeskEnv>()
    .get('/data-requests', (c) =>
      c.json({ requests: readDataRequests(reader, now()) } satisfies DataRequestList),
    )
    .post('/data-requests', async (c) => {
      const body = await parseBody(c, DataRequestAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { asks, requester, receivedOn } = body.value
      const at = now()
      if (receivedOn !== undefined && receivedOn > dayInVietnam(at))
        return refuseDesk(c, invalidField('receivedOn', NOT_YET))
      const isToday = receivedOn === undefined || receivedOn === dayInVietnam(at)
      const receivedAt = isToday ? at : (`${receivedOn}T05:00:00.000Z` as Instant)
      const id = newId()
      await writer.write('openDataRequest', {
        id,
        asks,
        requester: seal(keys, Buffer.from(requester), requesterContext(id)),
        receivedAt,
        dueAt: dueAfterWorkingDays(receivedAt, DATA_REQUEST_DAYS),
        by: c.var.session.me.id,
        at,
      })
      return c.json(answer(id), 201)
    })
    .get('/data-requests/:id', (c) => {
      const found = answer(c.req.param('id'))
      return found ? c.json(found) : refuseDesk(c, { kind: 'not-found' })
    })
    .post('/data-requests/:id/search', async (c) => {
      const body = await parseBody(c, PersonSearchSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { name, phone, idNumber } = body.value
      const { id: staffId } = c.var.session.me
      const taken = await take(c.req.param('id'), 'searched', staffId)
      if (!taken.ok) return refuseDesk(c, taken.error)
      const found = new Set([
        ...(await findByNumber({ reader, keys }, 'id', idNumber)),
        ...(await findByNumber({ reader, keys }, 'phone', phone)),
        ...(await findByName({ reader, keys }, name, HITS_MAX + 1)),
        ...(await findRequests({ reader, keys }, { name, phone }, HITS_MAX + 1)),
        ...(await findRecipients({ reader, parts }, { name, phone, idNumber }, HITS_MAX + 1)),
      ])
      const ids = [...found].slice(0, HITS_MAX)
      const households = await persons.readAll(ids, { by: { staffId }, why: 'personal-data' })
      const hits = ids.map((caseFileId) => ({
        caseFileId,
        code: readCode(reader, caseFileId),
        placeName: placeName(readCaseFileBody(reader, caseFileId)?.communeCode),
        persons: (households.get(caseFileId)?.persons ?? []).map(({ name: its, birthYear }) => ({
          name: its,
          ...(birthYear !== undefined && { birthYear }),
        })),
      }))
      return c.json({
        hits,
        unmarked: countUnmarked(reader),
        more: found.size > HITS_MAX,
      } satisfies PersonHits)
    })
    .post('/data-requests/:id/case-files/:caseFileId/show', async (c) => {
      const shown = await show(c.req.param('id'), c.req.param('caseFileId'), c.var.session.me.id)
      return shown.ok ? c.json(shown.value) : refuseDesk(c, shown.error)
    })
    .post('/data-requests/:id/case-files/:caseFileId/hand-out', async (c) => {
      const handed = await handOut(c.req.param('id'), c.req.param('caseFileId'), c.var.session.me.id)
      return handed.ok ? c.json(handed.value) : refuseDesk(c, handed.error)
    })
    .post('/data-requests/:id/case-files/:caseFileId/correct', async (c) => {
      const body = await parseBody(c, PersonCorrectionSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const caseFileId = c.req.param('caseFileId') as CaseFileId
      const { id: by } = c.var.session.me
      const taken = await take(c.req.param('id'), 'corrected', by, caseFileId)
      if (!taken.ok) return refuseDesk(c, taken.error)
      const isChanged = await writer.write('changeHousehold', {
        household: await persons.seal(caseFileId, body.value.household),
        seenAt: body.value.changedAt,
        changedBy: by,
        at: now(),
      })
      if (!isChanged) return refuseDesk(c, { kind: 'conflict' })
      const shown = await extract(caseFileId, by, 'personal-data')
      return shown.ok ? c.json(shown.value) : refuseDesk(c, shown.error)
    })
    .post('/data-requests/:id/case-files/:caseFileId/correct-contact', async (c) => {
      const body = await parseBody(c, ContactCorrectionSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const caseFileId = c.req.param('caseFileId') as CaseFileId
      const contact = readContact({ reader, keys }, caseFileId)
      if (!contact) return refuseDesk(c, { kind: 'not-found' })
      const { id: by } = c.var.session.me
      const taken = await take(c.req.param('id'), 'corrected', by, caseFileId)
      if (!taken.ok) return refuseDesk(c, taken.error)
      const { requester = contact.requester ?? undefined, tell } = body.value
      const sealed = sealContact(keys, caseFileId, { words: contact.words, requester })
      await writer.write('changeContact', { caseFileId, sealed, tell })
      const shown = await extract(caseFileId, by, 'personal-data')
      return shown.ok ? c.json(shown.value) : refuseDesk(c, shown.error)
    })
    .post('/data-requests/:id/case-files/:caseFileId/erase', async (c) => {
      const caseFileId = c.req.param('caseFileId') as CaseFileId
      const { id: by } = c.var.session.me
      const taken = await take(c.req.param('id'), 'erased', by, caseFileId)
      if (!taken.ok) return refuseDesk(c, taken.error)
      await persons.erase(caseFileId, by)
      return c.json(answer(c.req.param('id')))
    })
    .post('/data-requests/:id/close', async (c) => {
      const body = await parseBody(c, DataRequestCloseSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const id = c.req.param('id')
      const { id: by } = c.var.session.me
      const isClosed = await writer.write('closeDataRequest', { id, ...body.value, by, at: now() })
      return isClosed ? c.json(answer(id)) : refuseDesk(c, { kind: 'not-found' })
    })
}

const NOT_YET = {
  vi: 'Ngày này chưa tới. Hãy chọn ngày hôm nay hoặc trước đó.',
  en: 'This day is still to come. Choose today or an earlier day.',
}
