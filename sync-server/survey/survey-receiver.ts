import type { Household } from '#shared/person/person'
import { fillHousehold } from '#shared/person/fill-household'
import { SurveyPartSchema, type SurveyPart } from '#shared/survey/survey-part'
import type { Reader } from '../database/open-reader.ts'
import type { PartReceiver } from '../part/part-receivers.ts'
import type { Persons } from '../person/persons.ts'

/**
 * What a visit found out about a household is what is known from then on. Where somebody has written at the desk after
 * the visit, or another visit was later, that stands, and this one fills the gaps: nothing that was typed is lost.
 */
export function surveyReceiver({
  reader,
  persons,
}: {
  readonly reader: Reader
  readonly persons: Persons
}): PartReceiver<typeof SurveyPartSchema> {
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
    },
  }
}

function merge(found: Household, before: Household | null, isNewest: boolean): Household {
  if (!before) return found
  return isNewest ? fillHousehold(found, before) : fillHousehold(before, found)
}
