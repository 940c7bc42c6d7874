import { fillHousehold } from '#shared/person/fill-household'
import type { Household } from '#shared/person/person'

/** What requests that were joined know of their household together, the one that stands for them first. */
export function joinHouseholds(known: readonly Household[]): Household | null {
  return known.length === 0 ? null : known.reduce(withJoined)
}

/**
 * What another request about the same household adds: where it is, and a number to call where there is none. Its persons
 * are the same ones under other spellings, so they stand for themselves only where nobody has a name yet.
 */
function withJoined(own: Household, other: Household): Household {
  const filled = fillHousehold(own, other)
  if (own.persons.every(({ name }) => name === '')) return filled
  const persons = filled.persons.filter(({ name }) => own.persons.some((person) => person.name === name))
  const [first, ...others] = persons
  const isCalled = persons.some(({ phone }) => phone)
  const phone = isCalled ? undefined : other.persons.find((person) => person.phone)?.phone
  return { ...filled, persons: [{ ...first!, ...(phone !== undefined && { phone }) }, ...others] }
}
