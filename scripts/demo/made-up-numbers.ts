import type { Person } from '#shared/person/person'

/** 04 was the area code of Hà Nội until 2017 and is nobody's since. */
export function madeUpPhone(number: number): string {
  return `0400 000 ${String(number).padStart(3, '0')}`
}

/** As a card has it, so that nothing contradicts it; but 999 is no province and no country. */
export function madeUpIdNumber(
  number: number,
  { sex, birthYear }: Pick<Person, 'sex' | 'birthYear'>,
): string {
  const year = birthYear ?? 1970
  const centuryAndSex = 2 * (Math.floor(year / 100) - 19) + (sex === 'female' ? 1 : 0)
  return `999${centuryAndSex}${String(year % 100).padStart(2, '0')}${String(number).padStart(6, '0')}`
}
