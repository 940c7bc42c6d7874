import { Hono } from 'hono'
import { caseFileWords } from '#shared/case-file/case-file-words'
import { tickAtInstant, type CaseFile, type CaseFileId } from '#shared/case-file/case-file'
import { tickUntilFrom } from '#shared/case-file/tick-until'
import {
  CaseFileAddSchema,
  CaseFileChangeSchema,
  CaseFileQuerySchema,
  TickRequestSchema,
  type CaseFileAnswer,
  type CaseFilePage,
  type CaseFileRow,
  type CaseFileView,
  type Person as Contact,
} from '#shared/desk/desk-case-file-wire'
import type { Me } from '#shared/desk/desk-session-wire'
import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import { err, ok, type Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { DeskEnv } from '../access/desk-env.ts'
import { PERSON_READERS } from '../access/policy.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { createDocumentList, pageRows } from '../document/document-list.ts'
import { contactOf, householdFromContact, isKnown, withContact } from '../person/contact.ts'
import { readPlaceNames } from '../place/places.ts'
import { daysOf, readTickDays } from '../setting/settings.ts'
import { readCaseFile, readTicks } from './read-case-file.ts'
import { readExpiring } from './read-expiring.ts'
import { refuseCaseFile, refuseTick } from './refuse-case-file.ts'

/** Case files. What is known about a person is in the answer about one of them, never in a list. */
export function caseFileRoute({ reader, writer, persons, now, newId }: DeskDeps) {
  const listCaseFiles = createDocumentList(reader, 'caseFiles', {
    search: (caseFile) =>
      caseFileWords(caseFile, ...Object.values(readPlaceNames(caseFile.communeCode))).join(' '),
    order: ({ code }) => code,
  })

  /** Whoever is shown a person is written down first. */
  async function answer(
    id: CaseFileId,
    me: Me,
    { person }: CaseFileView = {},
  ): Promise<Result<CaseFileAnswer, DeskRefusal>> {
    const found = readCaseFile(reader, id)
    if (!found) return err({ kind: 'not-found' })
    const row = caseFileRow(found, now())
    if (person === 'no' || !PERSON_READERS.includes(me.role)) return ok(row)
    const household = await persons.read(id, { by: { staffId: me.id }, why: 'case-file' })
    if (!household.ok) return household
    return ok({ ...row, person: household.value && contactOf(household.value) })
  }

  /** The short form over what is known already. */
  async function sealContact(id: CaseFileId, contact: Contact | undefined) {
    if (!contact) return ok(undefined)
    const known = persons.openUnseen(id)
    if (!known.ok) return known
    if (!known.value && !isKnown(contact)) return ok(undefined)
    const household = known.value ? withContact(known.value, contact) : householdFromContact(contact)
    return ok(await persons.seal(id, household))
  }

  function tickDaysOf(id: CaseFileId): number {
    const life = reader.get(
      reader.query.selectFrom('caseLife').select('category').where('caseFileId', '=', id),
    )
    const days = readTickDays(reader)
    return life ? daysOf(days, life.category) : days.days
  }

  return new Hono<DeskEnv>()
    .get('/case-files/expiring', (c) => c.json(readExpiring(reader, now())))
    .get('/case-files', (c) => {
      const query = parseQuery(c, CaseFileQuerySchema)
      if (!query.ok) return refuseDesk(c, query.error)
      const { q = '', province, commune, category, tick } = query.value
      const at = now()
      const words = searchWords(q).join(' ')
      const found = listCaseFiles().filter(
        ({ body, search }) =>
          ((words !== '' && matchesFolded(search, words)) ||
            body.code.toLowerCase().includes(q.toLowerCase())) &&
          (province === undefined || body.provinceCode === province) &&
          (commune === undefined || body.communeCode === commune) &&
          (category === undefined || body.category === category) &&
          (tick === undefined ||
            (tick === 'expired' ? isExpired(body, at) : tickAtInstant(body, at) === tick)),
      )
      const { rows, ...page } = pageRows(found, query.value)
      return c.json({ ...page, rows: rows.map((row) => caseFileRow(row, at)) } satisfies CaseFilePage)
    })
    .get('/case-files/:id', async (c) => {
      const found = await answer(c.req.param('id') as CaseFileId, c.var.session.me, c.req.query())
      c.header('cache-control', 'no-store')
      return found.ok ? c.json(found.value) : refuseDesk(c, found.error)
    })
    .get('/case-files/:id/ticks', (c) => {
      const found = readCaseFile(reader, c.req.param('id'))
      return found ? c.json({ ticks: readTicks(reader, found.id) }) : refuseDesk(c, { kind: 'not-found' })
    })
    .post('/case-files', async (c) => {
      const body = await parseBody(c, CaseFileAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { person, subCategory, ...fields } = body.value
      const { me } = c.var.session
      const caseFile = { ...fields, ...(subCategory !== undefined && { subCategory }) }
      const id = newId() as CaseFileId
      const household = await sealContact(id, person)
      if (!household.ok) return refuseDesk(c, household.error)
      const signed = { changedBy: me.id, at: now() }
      const added = await writer.write('addCaseFile', { id, caseFile, household: household.value, ...signed })
      if (!added.ok) return refuseDesk(c, refuseCaseFile(added.error))
      const found = await answer(id, me)
      return found.ok ? c.json(found.value, 201) : refuseDesk(c, found.error)
    })
    .patch('/case-files/:id', async (c) => {
      const body = await parseBody(c, CaseFileChangeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { version, person, ...change } = body.value
      const { me } = c.var.session
      const id = c.req.param('id') as CaseFileId
      const household = await sealContact(id, person)
      if (!household.ok) return refuseDesk(c, household.error)
      const changed = await writer.write('changeCaseFile', {
        id,
        version,
        change,
        household: household.value,
        changedBy: me.id,
        at: now(),
      })
      if (!changed.ok) return refuseDesk(c, refuseCaseFile(changed.error))
      const found = await answer(id, me, c.req.query())
      return found.ok ? c.json(found.value) : refuseDesk(c, found.error)
    })
    .post('/case-files/:id/tick', async (c) => {
      const body = await parseBody(c, TickRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { me } = c.var.session
      const id = c.req.param('id') as CaseFileId
      const { tick, until, reason, parts } = body.value
      const at = now()
      const tickUntil = tickUntilFrom(tick, until, at, tickDaysOf(id))
      if (tickUntil !== null && tickUntil < at) return refuseDesk(c, invalidField('until', DAY_OVER))
      const set = await writer.write('setVerifiedTick', {
        id,
        tick,
        tickUntil,
        reason,
        parts,
        changedBy: me.id,
        at,
      })
      if (!set.ok) return refuseDesk(c, refuseTick(set.error))
      const found = await answer(id, me, c.req.query())
      return found.ok ? c.json(found.value) : refuseDesk(c, found.error)
    })
}

export const DAY_OVER = {
  vi: 'Ngày này đã qua. Hãy chọn ngày hôm nay hoặc sau đó.',
  en: 'This day is over. Choose today or a later day.',
}

function isExpired(caseFile: CaseFile, at: Instant): boolean {
  return caseFile.tick === 'green' && tickAtInstant(caseFile, at) !== 'green'
}

function caseFileRow(
  { body, version }: { readonly body: CaseFile; readonly version: number },
  at: Instant,
): CaseFileRow {
  return {
    caseFile: body,
    tickNow: tickAtInstant(body, at),
    expired: isExpired(body, at),
    version,
    ...readPlaceNames(body.communeCode),
  }
}
