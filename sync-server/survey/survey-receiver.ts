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
 * survey may have been looked over before: then it is once more, now that there is somebody to compare.
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
      if (isLookedOver(reader, caseFileId)) await preCheck(deps, caseFileId, null)
    },
  }
}

function isLookedOver(reader: Reader, caseFileId: CaseFileId): boolean {
  const life = reader.get(
    reader.query
      .selectFrom('caseLife')
      .select('doubts')
      .where('caseFileId', '=', caseFileId)
      .where('surveyedBy', 'is not', null),
  )
  return life !== undefined && life.doubts !== null
}

function merge(found: Household, before: Household | null, isNewest: boolean): Household {
  if (!before) return found
  return isNewest ? fillHousehold(found, before) : fillHousehold(before, found)
}
