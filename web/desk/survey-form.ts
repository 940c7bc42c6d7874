import type { LifeBody } from '#shared/case-file/life'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import type { SurveyAdd } from '#shared/desk/desk-survey-wire'
import type { Household } from '#shared/person/person'
import type { Consent } from '#shared/survey/survey'
import { EMPTY_CASE_FILE, readLifeBody, typedFromLifeBody, type CaseFileTyped } from './case-file-form.ts'
import { PRIVATE_HOUSEHOLD, typedFromHousehold, type HouseholdTyped } from './household-form.ts'

/** A visit as typed; what is personal in it stays in memory only. */
export interface SurveyTyped extends CaseFileTyped, HouseholdTyped {
  readonly how: Consent['how'] | ''
}

export const PRIVATE_SURVEY = [...PRIVATE_HOUSEHOLD, 'how'] as const satisfies (keyof SurveyTyped)[]

/** It begins with what is known. */
export function typedForSurvey(
  body: RequestAnswer['body'],
  household: Household | null,
  names: Parameters<typeof typedFromLifeBody>[1],
): SurveyTyped {
  return {
    ...EMPTY_CASE_FILE,
    ...typedFromHousehold(household),
    ...typedFromLifeBody(body as LifeBody, names),
    how: '',
  }
}

export function readSurvey(
  typed: SurveyTyped,
  visit: Pick<SurveyAdd, 'household' | 'changedAt' | 'consent'>,
): SurveyAdd {
  return { ...readLifeBody(typed), ...visit }
}
