import type { Household, Person } from './person.ts'

/** What is known with what was known before: nothing that is known changes, only gaps are filled. */
export function fillHousehold(known: Household, before: Household): Household {
  const place = known.place ?? before.place
  const others = before.persons.filter((person) => person.name !== '' && !isAmong(known.persons, person))
  const persons = known.persons.map((person) => fillPerson(person, before.persons))
  return {
    persons: [...persons.filter(({ name }) => name !== ''), ...others, ...persons.filter(isNameless)].slice(
      0,
      30,
    ),
    address: known.address || before.address,
    howToFind: known.howToFind || before.howToFind,
    ...(place && { place }),
  }
}

function fillPerson(person: Person, before: readonly Person[]): Person {
  const same = before.find((other) => isSame(person, other))
  return same ? { ...same, ...person, name: person.name || same.name } : person
}

function isNameless({ name }: Person): boolean {
  return name === ''
}

function isAmong(persons: readonly Person[], person: Person): boolean {
  return persons.some((other) => isSame(person, other))
}

/** By number where both have one, else by name. */
function isSame(a: Person, b: Person): boolean {
  if (a.idNumber && b.idNumber) return digits(a.idNumber) === digits(b.idNumber)
  return a.name !== '' && plain(a.name) === plain(b.name)
}

function digits(text: string): string {
  return text.replaceAll(/\D/g, '')
}

function plain(name: string): string {
  return name.trim().normalize('NFC').toLocaleLowerCase('vi').replaceAll(/\s+/g, ' ')
}
