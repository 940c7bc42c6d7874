import { Hono, type Context } from 'hono'
import type { CaseFileId } from '#shared/case-file/case-file'
import {
  AssignSchema,
  MergeSchema,
  RefuseSchema,
  RequestQuerySchema,
  UnmergeSchema,
  type RequestAnswer,
} from '#shared/desk/desk-request-wire'
import type { Me } from '#shared/desk/desk-session-wire'
import { HelpRequestSchema } from '#shared/request/request'
import { err, ok, type Result } from '#shared/result'
import type { DeskEnv } from '../access/desk-env.ts'
import { PERSON_READERS } from '../access/policy.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { findDoubts } from './find-doubts.ts'
import { preCheck } from './pre-check.ts'
import { readRequest } from './read-request.ts'
import { readRequests } from './read-requests.ts'
import { receiveHelpRequest } from './receive-help-request.ts'
import { readContact } from './request-contact.ts'
import type { RequestRefusal } from './request-jobs.ts'
import { trackCodeFor } from './track-codes.ts'

/** The queue of requests: one row a case file, what it is about, and what people decide about it. */
export function requestRoute(deps: DeskDeps) {
  const { reader, writer, persons, keys, now } = deps

  /** Whoever is shown a person is written down first. */
  async function answer(id: CaseFileId, me: Me): Promise<Result<RequestAnswer, DeskRefusal>> {
    const found = readRequest(reader, id)
    if (!found) return err({ kind: 'not-found' })
    const known = { ...found, doubtsNow: findDoubts(deps, id) }
    if (!PERSON_READERS.includes(me.role)) return ok(known)
    const household = await persons.read(id, { by: { staffId: me.id }, why: 'case-file' })
    if (!household.ok) return household
    return ok({
      ...known,
      household: household.value,
      contact: readContact(deps, id),
      trackCode: trackCodeFor(keys, id),
    })
  }

  const done = async (c: Context<DeskEnv>, outcome: Result<CaseFileId, RequestRefusal>) => {
    if (!outcome.ok) return refuseDesk(c, refusalOf(outcome.error))
    const found = await answer(outcome.value, c.var.session.me)
    return found.ok ? c.json(found.value) : refuseDesk(c, found.error)
  }

  return new Hono<DeskEnv>()
    .get('/requests', (c) => {
      const query = parseQuery(c, RequestQuerySchema)
      if (!query.ok) return refuseDesk(c, query.error)
      return c.json(readRequests(reader, query.value, { staffId: c.var.session.me.id, now: now() }))
    })
    .post('/requests', async (c) => {
      const body = await parseBody(c, HelpRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { me } = c.var.session
      const source = c.req.query('by') === 'phone' ? 'phone' : 'desk'
      const received = await receiveHelpRequest(deps, body.value, { source, by: me.id })
      if (!received.ok) return refuseDesk(c, invalidField('communeCode', SENTENCE_BY_FIELD['communeCode']!))
      const { isKnown: _, ...receipt } = received.value
      return c.json(receipt, 201)
    })
    .get('/requests/:id', async (c) => {
      const found = await answer(c.req.param('id') as CaseFileId, c.var.session.me)
      return found.ok ? c.json(found.value) : refuseDesk(c, found.error)
    })
    .post('/requests/:id/pre-check', async (c) => {
      const caseFileId = c.req.param('id') as CaseFileId
      if (!readRequest(reader, caseFileId)) return refuseDesk(c, { kind: 'not-found' })
      await preCheck(deps, caseFileId, c.var.session.me.id)
      return done(c, ok(caseFileId))
    })
    .post('/requests/:id/assign', async (c) => {
      const body = await parseBody(c, AssignSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      return done(c, await writer.write('assignRequest', { ...signed(c), ...body.value }))
    })
    .post('/requests/:id/merge', async (c) => {
      const body = await parseBody(c, MergeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      return done(c, await writer.write('mergeRequests', { ...signed(c), ...body.value }))
    })
    .post('/requests/:id/unmerge', async (c) => {
      const body = await parseBody(c, UnmergeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      return done(c, await writer.write('unmergeRequests', { ...signed(c), ...body.value }))
    })
    .post('/requests/:id/refuse', async (c) => {
      const body = await parseBody(c, RefuseSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      return done(c, await writer.write('refuseRequest', { ...signed(c), ...body.value }))
    })

  function signed(c: Context<DeskEnv>) {
    return { caseFileId: (c.req.param('id') ?? '') as CaseFileId, by: c.var.session.me.id, at: now() }
  }
}

export const JOINED = invalidField('caseFileId', {
  vi: 'Yêu cầu này đã gộp vào hồ sơ khác. Hãy mở hồ sơ đó và làm ở đó.',
  en: 'This request was joined with another. Open that one and decide there.',
})

function refusalOf(refusal: RequestRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'merged':
      return JOINED
    case 'staff-unknown':
      return invalidField('staffId', {
        vi: 'Hãy chọn một người xác minh đang làm việc.',
        en: 'Choose a verifier who works here.',
      })
    case 'one-ended':
      return invalidField('intoId', {
        vi: 'Một trong hai đã xong: đã giúp, hoặc đã từ chối. Ai xin lại là một lần mới, nên hãy làm riêng, đừng gộp. Máy vẫn biết hộ đã nhận gì, theo số giấy tờ và điện thoại.',
        en: 'One of the two is over: helped, or refused. Whoever asks again asks anew: deal with it by itself and do not join. What the household was given is still known by ID and phone numbers.',
      })
    case 'helped':
      return invalidField('reason', {
        vi: 'Hàng đã trao và đã xác nhận, nên không từ chối được nữa. Hãy tải lại trang.',
        en: 'The goods were handed over and confirmed, so it cannot be refused any more. Load the page again.',
      })
    case 'same-case':
      return invalidField('intoId', {
        vi: 'Hai yêu cầu này đã là một hồ sơ.',
        en: 'These two requests are one case file already.',
      })
  }
}
