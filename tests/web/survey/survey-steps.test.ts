import { expect, test } from 'vitest'
import type { Need } from '#shared/case-file/case-file'
import type { SurveyDraft } from '../../../web/draft/draft.ts'
import {
  contradictionsOf,
  householdFrom,
  needFromTyped,
  NOBODY_TYPED,
  typedFromHousehold,
  typedFromNeed,
  withCard,
  type PersonTyped,
  type SurveyPersonal,
} from '../../../web/survey/survey-input.ts'
import { firstRefusedStep, refuseSurveyStep } from '../../../web/survey/survey-steps.ts'

const DRAFT = {
  consent: { version: '2026-11', how: 'read-aloud', at: '2026-11-21T02:00:00.000Z' },
  about: {
    category: 'elderly',
    provinceCode: '01',
    communeCode: '00004',
    householdSize: '2',
    needs: [],
    itemNeeds: [],
  },
  pictures: [],
} as unknown as SurveyDraft

function of(person: Partial<PersonTyped>): SurveyPersonal {
  return { persons: [{ ...NOBODY_TYPED, name: 'Bà Hai', ...person }], address: '', howToFind: '' }
}

test.each<[string, Partial<PersonTyped>, string | undefined]>([
  ['a name alone is enough', {}, undefined],
  ['nobody named', { name: ' ' }, 'nobody-named'],
  ['a year of two digits', { birthYear: '41' }, 'birth-year-wrong'],
  ['a year to come', { birthYear: '2027' }, 'birth-year-wrong'],
  ['a card of twelve digits', { idNumber: '001 041 000 120' }, undefined],
  ['an old one of nine', { idNumber: '011234567' }, undefined],
  ['a number of ten', { idNumber: '0110410001' }, 'id-number-wrong'],
  ['a phone with +84', { phone: '+84 912 345 987' }, undefined],
  ['half a phone', { phone: '0912' }, 'phone-wrong'],
])('%s: %j → %s', (_, person, kind) => {
  expect(refuseSurveyStep('household', DRAFT, of(person), 2026)?.kind).toBe(kind)
})

test('what is known of somebody without a name is asked for the name, not left out', () => {
  const with2 = (second: Partial<PersonTyped>) => ({
    ...of({}),
    persons: [...of({}).persons, { ...NOBODY_TYPED, ...second }],
  })
  const refused = { kind: 'person-nameless', person: 1 }
  expect(refuseSurveyStep('household', DRAFT, with2({ birthYear: '2019' }), 2026)).toEqual(refused)
  expect(refuseSurveyStep('household', DRAFT, with2({ sex: 'female' }), 2026)).toEqual(refused)
  for (const empty of [{}, { phone: '0912345987' }]) {
    expect(refuseSurveyStep('household', DRAFT, with2(empty), 2026)).toBeUndefined()
  }
})

test('the first step in which something is missing is named, whichever was opened last', () => {
  expect(firstRefusedStep(DRAFT, of({}), 2026)).toBeUndefined()
  expect(firstRefusedStep({ ...DRAFT, consent: undefined } as never, of({}), 2026)).toBe('consent')
  const about = { ...DRAFT.about, householdSize: '0' }
  expect(firstRefusedStep({ ...DRAFT, about }, of({}), 2026)).toBe('needs')
})

test('needs of a known case file read back as they were', () => {
  const needs: Need[] = [
    { category: 'staple', quantity: 12_500, unit: 'kg' },
    { category: 'drink', quantity: 1_500, unit: 'lít' },
    { category: 'food', quantity: 30, unit: 'gói' },
    { category: 'baby', quantity: 400, unit: 'gram' },
  ]
  expect(needs.map((need) => needFromTyped(typedFromNeed(need)!))).toEqual(needs)
})

test('a need has a unit, which is the same with a space that a keyboard left behind', () => {
  const typed = { category: 'staple', quantity: '5', unit: 'kg' } as const
  expect(needFromTyped({ ...typed, unit: 'kg ' })).toEqual(needFromTyped(typed))
  expect(needFromTyped({ ...typed, unit: ' ' })).toBeUndefined()
  const about = { ...DRAFT.about, needs: [{ ...typed, unit: '' }] }
  expect(refuseSurveyStep('needs', { ...DRAFT, about }, of({}), 2026)).toEqual({
    kind: 'need-wrong',
    need: 0,
  })
})

test('a household reads back as it was; rows that were left empty are nobody', () => {
  const household = {
    persons: [{ name: 'Bà Hai', birthYear: 1941, phone: '0912345987' }, { name: 'Cu Tí' }],
    address: 'Xóm Trại',
    howToFind: 'sau đình',
    place: { lat: 21.03, lon: 105.83, accuracyM: 12 },
  }
  const typed = typedFromHousehold(household)
  expect(householdFrom({ ...typed, persons: [...typed.persons, NOBODY_TYPED] })).toEqual(household)
})

test('a card fills what is not known, and keeps a name as somebody typed it', () => {
  const card = { number: '001041000120', name: 'DO VAN GIAU', bornOn: '1941-03-05', sex: 'male' } as const
  const read = { idNumber: '001041000120', birthYear: '1941', sex: 'male' }
  expect(withCard({ name: '' }, card)).toEqual({ ...read, name: 'DO VAN GIAU' })
  expect(withCard({ name: 'Đỗ Văn Giàu' }, card)).toEqual({ ...read, name: 'Đỗ Văn Giàu' })
})

test('what a number says against the form is told once all of it is typed, and stops nobody', () => {
  const person = { ...NOBODY_TYPED, name: 'Bà Hai', idNumber: '001041000120', birthYear: '1951' }
  expect(contradictionsOf(person).map(({ kind }) => kind)).toEqual(['birth-year-differs'])
  const woman = { ...person, birthYear: '2041', sex: 'female' } as const
  expect(contradictionsOf(woman).map(({ kind }) => kind)).toEqual(['century-differs', 'sex-differs'])
  expect(contradictionsOf({ ...person, idNumber: '0010410' })).toEqual([])
  expect(refuseSurveyStep('household', DRAFT, of(person), 2026)).toBeUndefined()
})
