import type { Household } from './person.ts'

/** "001041000777" → "•••• 777": enough to compare with a card, too little to copy. */
export function maskNumber(number: string): string {
  return number.length <= 3 ? '••••' : `•••• ${number.slice(-3)}`
}

/** The household with its ID numbers masked. It is for looking at alone: what is masked must never be stored. */
export function maskIdNumbers(household: Household): Household {
  return {
    ...household,
    persons: household.persons.map((person) =>
      person.idNumber === undefined ? person : { ...person, idNumber: maskNumber(person.idNumber) },
    ),
  }
}
