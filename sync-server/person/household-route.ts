import { Hono } from 'hono'
import type { CaseFileId } from '#shared/case-file/case-file'
import {
  HouseholdChangeSchema,
  HouseholdQuerySchema,
  PersonReadQuerySchema,
  type HouseholdAnswer,
} from '#shared/desk/desk-household-wire'
import { maskIdNumbers } from '#shared/person/mask-number'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import type { DeskRefusal } from '../desk/desk-refusal.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { isCaseKnown, readChangedAt, readPersonReads } from './read-persons.ts'

/** The persons behind a case file, for those who may; and the log of who was shown them, for those who watch. */
export function householdRoute({ reader, writer, persons, now }: DeskDeps) {
  async function answer(
    caseFileId: CaseFileId,
    staffId: StaffId,
    numbersShown: boolean,
  ): Promise<Result<HouseholdAnswer, DeskRefusal>> {
    if (!isCaseKnown(reader, caseFileId)) return err({ kind: 'not-found' })
    const why = numbersShown ? 'id-numbers' : 'case-file'
    const changedAt = readChangedAt(reader, caseFileId)
    const found = await persons.read(caseFileId, { by: { staffId }, why })
    if (!found.ok) return found
    const household = numbersShown ? found.value : found.value && maskIdNumbers(found.value)
    return ok({ household, numbersShown, changedAt })
  }

  return new Hono<DeskEnv>()
    .get('/case-files/:id/household', async (c) => {
      const query = parseQuery(c, HouseholdQuerySchema)
      if (!query.ok) return refuseDesk(c, query.error)
      const id = c.req.param('id') as CaseFileId
      const found = await answer(id, c.var.session.me.id, query.value.numbers === 'shown')
      return found.ok ? c.json(found.value) : refuseDesk(c, found.error)
    })
    .put('/case-files/:id/household', async (c) => {
      const body = await parseBody(c, HouseholdChangeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const id = c.req.param('id') as CaseFileId
      if (!isCaseKnown(reader, id)) return refuseDesk(c, { kind: 'not-found' })
      const at = now()
      const isChanged = await writer.write('changeHousehold', {
        household: await persons.seal(id, body.value.household),
        seenAt: body.value.changedAt,
        changedBy: c.var.session.me.id,
        at,
      })
      return isChanged ? c.json({ changedAt: at }) : refuseDesk(c, { kind: 'conflict' })
    })
    .get('/person-reads', (c) => {
      const query = parseQuery(c, PersonReadQuerySchema)
      return query.ok ? c.json(readPersonReads(reader, query.value)) : refuseDesk(c, query.error)
    })
}
