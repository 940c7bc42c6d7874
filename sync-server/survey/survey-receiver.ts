import type { CaseFileId } from '#shared/case-file/case-file'
import type { Household } from '#shared/person/person'
import { fillHousehold } from '#shared/person/fill-household'
import { SurveyPartSchema, type SurveyPart } from '#shared/survey/survey-part'
import type { Reader } from '../database/open-reader.ts'
import type { PartReceiver } from '../part/part-receivers.ts'
import type { Persons } from '../person/persons.ts'
import { preCheck, type PreCheckDeps } from '../request/pre-check.ts'

/**
 * What a visit found out about a household is what is known from then on. Where somebody has written at the desk after
 * the visit, or another visit was later, that stands, and this one fills the gaps: nothing that was typed is lost. Its
 * survey is looked over at once, now that there is somebody to compare: whoever sets the tick next need not wait.
 */
export function surveyReceiver(
  deps: PreCheckDeps & { readonly persons: Persons },
): PartReceiver<typeof SurveyPartSchema> {
  const { reader, writer, persons, now } = deps
  return {
    schema: SurveyPartSchema,
    async receive({ caseFileId, keptAt, deviceId }, { household }: SurveyPart) {
      const known = persons.openUnseen(caseFileId)
      const before = known.ok ? known.value : null
      const row = reader.get(
        reader.query.selectFrom('household').select('changedAt').where('caseFileId', '=', caseFileId),
      )
      const isNewest = row === undefined || row.changedAt <= keptAt
      await persons.put(caseFileId, merge(household, before, isNewest), `device:${deviceId}`)
      await writer.write('joinSurveyed', { caseFileId, at: now() })
      if (isSurveyed(reader, caseFileId)) await preCheck(deps, caseFileId, null)
    },
  }
}

/** Else its survey is still on its way, and looked over when it comes. */
function isSurveyed(reader: Reader, caseFileId: CaseFileId): boolean {
  const life = reader.get(
    reader.query.selectFrom('caseLife').select('surveyedBy').where('caseFileId', '=', caseFileId),
  )
  return life !== undefined && life.surveyedBy !== null
}

function merge(found: Household, before: Household | null, isNewest: boolean): Household {
  if (!before) return found
  return isNewest ? fillHousehold(found, before) : fillHousehold(before, found)
}
