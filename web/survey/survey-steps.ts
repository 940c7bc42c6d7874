import { isSubCategoryOf, SUB_CATEGORIES, type CaseCategory } from '#shared/case-file/case-file'
import { checkIdNumber } from '#shared/person/id-number'
import { normaliseNumber } from '#shared/person/mark'
import type { SurveyDraft, SurveyStep } from '../draft/draft.ts'
import { needFromTyped, type SurveyPersonal } from './survey-input.ts'

export const SURVEY_STEPS = [
  'consent',
  'household',
  'place',
  'needs',
  'pictures',
  'check',
] as const satisfies readonly SurveyStep[]

/** Why a step cannot be left yet. What nobody knows may be left empty; what was typed must be readable. */
export type SurveyRefusal =
  | { readonly kind: 'consent-missing' }
  | { readonly kind: 'nobody-named' }
  | { readonly kind: 'person-nameless'; readonly person: number }
  | { readonly kind: 'birth-year-wrong'; readonly person: number }
  | { readonly kind: 'id-number-wrong'; readonly person: number }
  | { readonly kind: 'phone-wrong'; readonly person: number }
  | { readonly kind: 'commune-missing' }
  | { readonly kind: 'category-missing' }
  | { readonly kind: 'sub-category-missing' }
  | { readonly kind: 'size-wrong' }
  | { readonly kind: 'need-wrong'; readonly need: number }

const OLDEST_YEAR = 1890

export function refuseSurveyStep(
  step: SurveyStep,
  draft: SurveyDraft,
  personal: SurveyPersonal,
  thisYear: number,
): SurveyRefusal | undefined {
  switch (step) {
    case 'consent':
      return draft.consent ? undefined : { kind: 'consent-missing' }
    case 'household':
      return refusePersons(personal, thisYear)
    case 'place':
      return draft.about.communeCode ? undefined : { kind: 'commune-missing' }
    case 'needs':
      return refuseNeeds(draft)
    case 'pictures':
    case 'check':
      return undefined
  }
}

/** The first step in which something is missing: a draft may have been opened at a later one. */
export function firstRefusedStep(
  draft: SurveyDraft,
  personal: SurveyPersonal,
  thisYear: number,
): SurveyStep | undefined {
  return SURVEY_STEPS.find((step) => refuseSurveyStep(step, draft, personal, thisYear) !== undefined)
}

function refusePersons({ persons }: SurveyPersonal, thisYear: number): SurveyRefusal | undefined {
  if (persons.every(({ name }) => name.trim() === '')) return { kind: 'nobody-named' }
  for (const [person, { name, birthYear, sex, idNumber, phone }] of persons.entries()) {
    const year = birthYear.trim()
    const isNobody = [name, idNumber, phone].every((typed) => typed.trim() === '')
    if (isNobody && (year !== '' || sex)) return { kind: 'person-nameless', person }
    const isYear = /^\d{4}$/.test(year) && Number(year) >= OLDEST_YEAR && Number(year) <= thisYear
    if (year !== '' && !isYear) return { kind: 'birth-year-wrong', person }
    const isNumber = !checkIdNumber(idNumber).some(({ kind }) => kind === 'no-id-number')
    if (idNumber.trim() !== '' && !isNumber) return { kind: 'id-number-wrong', person }
    if (phone.trim() !== '' && normaliseNumber('phone', phone) === undefined)
      return { kind: 'phone-wrong', person }
  }
  return undefined
}

function refuseNeeds({ about }: SurveyDraft): SurveyRefusal | undefined {
  const { category, subCategory, householdSize = '', needs } = about
  if (!category) return { kind: 'category-missing' }
  if (hasParts(category) && (!subCategory || !isSubCategoryOf(category, subCategory))) {
    return { kind: 'sub-category-missing' }
  }
  if (!/^\d{1,5}$/.test(householdSize.trim()) || Number(householdSize) < 1) return { kind: 'size-wrong' }
  const need = needs.findIndex((typed) => !needFromTyped(typed))
  return need === -1 ? undefined : { kind: 'need-wrong', need }
}

function hasParts(category: CaseCategory): boolean {
  return SUB_CATEGORIES[category].length > 0
}
