import { Hono } from 'hono'
import type { CaseFileId } from '#shared/case-file/case-file'
import { SurveyAddSchema, type SurveyTaken } from '#shared/desk/desk-survey-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import { lifeBody } from '../case-file/follow-case-file.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { findCommune } from '../place/places.ts'
import { preCheck } from '../request/pre-check.ts'
import { JOINED } from '../request/request-route.ts'

/** A visit that was noted on paper, or told: the same as from a phone, signed by whoever types it. */
export function deskSurveyRoute(deps: DeskDeps) {
  const { writer, persons, now, newId } = deps
  return new Hono<DeskEnv>().post('/requests/:id/survey', async (c) => {
    const body = await parseBody(c, SurveyAddSchema)
    if (!body.ok) return refuseDesk(c, body.error)
    const { household, changedAt, consent } = body.value
    if (findCommune(body.value.communeCode)?.provinceCode !== body.value.provinceCode)
      return refuseDesk(c, invalidField('communeCode', SENTENCE_BY_FIELD['communeCode']!))
    const caseFileId = c.req.param('id') as CaseFileId
    const at = now()
    const taken = await writer.write('takeDeskSurvey', {
      survey: {
        id: newId(),
        caseFileId,
        staffId: c.var.session.me.id,
        occurredAt: at,
        consent: { ...consent, at },
        ...lifeBody(body.value),
      },
      household: await persons.seal(caseFileId, household),
      seenAt: changedAt,
    })
    if (!taken.ok) {
      const { kind } = taken.error
      return refuseDesk(c, kind === 'merged' ? JOINED : { kind })
    }
    const doubts = await preCheck(deps, caseFileId, null)
    return c.json({ caseFileId, doubts } satisfies SurveyTaken, 201)
  })
}
