import type { Household } from '#shared/person/person'
import { err, ok, type Result } from '#shared/result'

export interface PersonTyped {
  readonly name: string
  readonly relation: string
  readonly birthYear: string
  readonly sex: 'male' | 'female' | ''
  readonly idNumber: string
  readonly phone: string
}

/** The form about a household as typed. All of it stays in memory only. */
export interface HouseholdTyped {
  readonly persons: readonly PersonTyped[]
  readonly address: string
  readonly howToFind: string
  readonly place: string
}

export const PRIVATE_HOUSEHOLD = [
  'persons',
  'address',
  'howToFind',
  'place',
] as const satisfies (keyof HouseholdTyped)[]

export const EMPTY_PERSON: PersonTyped = {
  name: '',
  relation: '',
  birthYear: '',
  sex: '',
  idNumber: '',
  phone: '',
}

export function typedFromHousehold(household: Household | null): HouseholdTyped {
  if (!household) return { persons: [EMPTY_PERSON], address: '', howToFind: '', place: '' }
  const { persons, address, howToFind, place } = household
  return {
    persons: persons.map((person) => ({
      name: person.name,
      relation: person.relation ?? '',
      birthYear: person.birthYear === undefined ? '' : String(person.birthYear),
      sex: person.sex ?? '',
      idNumber: person.idNumber ?? '',
      phone: person.phone ?? '',
    })),
    address,
    howToFind,
    place: place ? `${place.lat}, ${place.lon}` : '',
  }
}

export type HouseholdFault =
  | { readonly kind: 'year-wrong'; readonly person: number }
  | { readonly kind: 'place-wrong' }

/** A place that was not changed keeps how exact it is; one that was typed is as exact as its last digit. */
export function readHousehold(
  typed: HouseholdTyped,
  before: Household | null,
): Result<Household, HouseholdFault> {
  const wrongYear = typed.persons.findIndex(({ birthYear }) => !/^(\d{4})?$/.test(birthYear.trim()))
  if (wrongYear !== -1) return err({ kind: 'year-wrong', person: wrongYear })
  const isSamePlace = typed.place === typedFromHousehold(before).place
  const place = isSamePlace ? before?.place : readPlace(typed.place)
  if (place === 'wrong') return err({ kind: 'place-wrong' })
  return ok({
    persons: typed.persons.map(({ name, relation, birthYear, sex, idNumber, phone }) => ({
      name: name.trim(),
      ...(relation.trim() !== '' && { relation: relation.trim() }),
      ...(birthYear.trim() !== '' && { birthYear: Number(birthYear) }),
      ...(sex !== '' && { sex }),
      ...(idNumber.trim() !== '' && { idNumber: idNumber.trim() }),
      ...(phone.trim() !== '' && { phone: phone.trim() }),
    })),
    address: typed.address.trim(),
    howToFind: typed.howToFind.trim(),
    ...(place && { place }),
  })
}

function readPlace(text: string): Household['place'] | 'wrong' {
  if (text.trim() === '') return undefined
  const [, lat, lon] = /^(-?\d{1,2}\.\d+)\s*[,;\s]\s*(-?\d{1,3}\.\d+)$/.exec(text.trim()) ?? []
  if (lat === undefined || lon === undefined) return 'wrong'
  if (Math.abs(Number(lat)) > 90 || Math.abs(Number(lon)) > 180) return 'wrong'
  return { lat: Number(lat), lon: Number(lon), accuracyM: 10 }
}
