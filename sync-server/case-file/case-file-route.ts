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
} from '#shared/desk/desk-case-file-wire'
import { matchesFolded } from '#shared/i18n/fold'
import { searchWords } from '#shared/i18n/search-words'
import type { Role } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { DeskEnv } from '../access/desk-env.ts'
import { PERSON_READERS } from '../access/policy.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { createDocumentList, pageRows } from '../document/document-list.ts'
import { readPlaceNames } from '../place/places.ts'
import type { CaseFileRefusal } from './case-file-jobs.ts'
import { readCaseFile, readPerson, readTicks } from './read-case-file.ts'

/** Case files. What is known about a person is in the answer about one of them, never in a list. */
export function caseFileRoute({ reader, writer, now }: DeskDeps) {
  const listCaseFiles = createDocumentList(reader, 'caseFiles', {
    search: (caseFile) =>
      caseFileWords(caseFile, ...Object.values(readPlaceNames(caseFile.communeCode))).join(' '),
    order: ({ code }) => code,
  })

  function answer(id: string, role: Role): CaseFileAnswer | undefined {
    const found = readCaseFile(reader, id)
    if (!found) return undefined
    const row = caseFileRow(found, now())
    return PERSON_READERS.includes(role) ? { ...row, person: readPerson(reader, id) } : row
  }

  return new Hono<DeskEnv>()
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
    .get('/case-files/:id', (c) => {
      const found = answer(c.req.param('id'), c.var.session.me.role)
      c.header('cache-control', 'no-store')
      return found ? c.json(found) : refuseDesk(c, { kind: 'not-found' })
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
      const added = await writer.write('addCaseFile', { caseFile, person, changedBy: me.id, at: now() })
      if (!added.ok) return refuseDesk(c, refuseCaseFile(added.error))
      return c.json(answer(added.value, me.role), 201)
    })
    .patch('/case-files/:id', async (c) => {
      const body = await parseBody(c, CaseFileChangeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { version, person, ...change } = body.value
      const { me } = c.var.session
      const id = c.req.param('id') as CaseFileId
      const changed = await writer.write('changeCaseFile', {
        id,
        version,
        change,
        person,
        changedBy: me.id,
        at: now(),
      })
      return changed.ok ? c.json(answer(id, me.role)) : refuseDesk(c, refuseCaseFile(changed.error))
    })
    .post('/case-files/:id/tick', async (c) => {
      const body = await parseBody(c, TickRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { me } = c.var.session
      const id = c.req.param('id') as CaseFileId
      const { tick, until } = body.value
      const at = now()
      const tickUntil = tickUntilFrom(tick, until, at)
      if (tickUntil !== null && tickUntil < at) return refuseDesk(c, invalidField('until', DAY_OVER))
      const set = await writer.write('setTick', { id, tick, tickUntil, changedBy: me.id, at })
      return set.ok ? c.json(answer(id, me.role)) : refuseDesk(c, refuseCaseFile(set.error))
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

export function refuseCaseFile(refusal: CaseFileRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'version-old':
      return { kind: 'conflict' }
    case 'code-taken':
      return invalidField('code', {
        vi: 'Mã hồ sơ này đã có. Hãy mở hồ sơ đó, hoặc chọn mã khác.',
        en: 'There is a case file with this code. Open it, or choose another code.',
      })
    case 'sub-category-wrong':
      return invalidField('subCategory', SENTENCE_BY_FIELD['subCategory']!)
    case 'commune-wrong':
      return invalidField('communeCode', SENTENCE_BY_FIELD['communeCode']!)
  }
}
