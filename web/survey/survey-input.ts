import type { Need } from '#shared/case-file/case-file'
import type { Category } from '#shared/item/item'
import { needBaseUnit } from '#shared/case-file/need'
import type { IdCard } from '#shared/person/id-card'
import { checkIdNumber, type IdNumberFault } from '#shared/person/id-number'
import type { Household, Person, Place } from '#shared/person/person'
import { parseQuantity } from '#shared/item/parse-quantity'
import { unitSize } from '#shared/item/quantity'
import type { NeedTyped, SurveyAbout } from '../draft/draft.ts'

/** A person as typed; what is left empty is not known. */
export interface PersonTyped {
  readonly name: string
  readonly birthYear: string
  readonly sex?: 'male' | 'female'
  readonly idNumber: string
  readonly phone: string
}
export const NOBODY_TYPED: PersonTyped = { name: '', birthYear: '', idNumber: '', phone: '' }

/** The name stays as somebody typed it; a card writes it its own way. */
export function withCard(
  { name }: Pick<PersonTyped, 'name'>,
  { number, name: nameOnCard, bornOn, sex }: IdCard,
): Partial<PersonTyped> {
  return {
    name: name.trim() === '' ? nameOnCard : name,
    idNumber: number,
    birthYear: bornOn.slice(0, 4),
    ...(sex && { sex }),
  }
}

/** What a number says against the form or itself, once all of it is typed. */
export function contradictionsOf({ idNumber, birthYear, sex }: PersonTyped): IdNumberFault[] {
  if (idNumber.replace(/\D/g, '').length !== 12) return []
  const year = /^\d{4}$/.test(birthYear.trim()) ? Number(birthYear) : undefined
  return checkIdNumber(idNumber, { ...(year !== undefined && { birthYear: year }), ...(sex && { sex }) })
}

/** What is personal in an open survey: in memory, and on disk only sealed. */
export interface SurveyPersonal {
  readonly persons: readonly PersonTyped[]
  readonly address: string
  readonly howToFind: string
  readonly place?: Place
}
export const NOTHING_FOUND: SurveyPersonal = { persons: [NOBODY_TYPED], address: '', howToFind: '' }

export const USUAL_UNITS: Readonly<Partial<Record<Category, string>>> = { staple: 'kg', drink: 'lít' }

export function needFromTyped({ category, quantity, unit: typed }: NeedTyped): Need | undefined {
  const unit = typed.trim()
  if (unit === '') return undefined
  const read = parseQuantity(quantity, { baseUnit: needBaseUnit(unit), unit }, 'vi')
  return read.ok ? { category, quantity: read.value, unit } : undefined
}

export function needsFrom({ needs, itemNeeds }: SurveyAbout): Need[] {
  return [...itemNeeds, ...needs.flatMap((typed) => needFromTyped(typed) ?? [])]
}

export function typedFromNeed({ category, quantity, unit }: Need): NeedTyped | undefined {
  if (category === undefined) return undefined
  const size = unitSize({ baseUnit: needBaseUnit(unit), unit })
  return { category, quantity: String(quantity / size).replace('.', ','), unit }
}

export function householdFrom({ persons, address, howToFind, place }: SurveyPersonal): Household {
  const known = persons.filter(({ name, idNumber, phone }) =>
    [name, idNumber, phone].some((it) => it.trim() !== ''),
  )
  return {
    persons: (known.length > 0 ? known : [NOBODY_TYPED]).map(personFrom),
    address: address.trim(),
    howToFind: howToFind.trim(),
    ...(place && { place }),
  }
}

function personFrom({ name, birthYear, sex, idNumber, phone }: PersonTyped): Person {
  return {
    name: name.trim(),
    ...(birthYear.trim() !== '' && { birthYear: Number(birthYear) }),
    ...(sex && { sex }),
    ...(idNumber.trim() !== '' && { idNumber: idNumber.trim() }),
    ...(phone.trim() !== '' && { phone: phone.trim() }),
  }
}

export function typedFromHousehold({ persons, address, howToFind, place }: Household): SurveyPersonal {
  return {
    persons: persons.map(({ name, birthYear, sex, idNumber = '', phone = '' }) => ({
      name,
      birthYear: birthYear === undefined ? '' : String(birthYear),
      ...(sex && { sex }),
      idNumber,
      phone,
    })),
    address,
    howToFind,
    ...(place && { place }),
  }
}
