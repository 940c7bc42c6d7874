import type { Person } from './person.ts'

/** What a number can say against itself or against what else is known of the person. */
export type IdNumberFault =
  | { readonly kind: 'no-id-number' }
  | { readonly kind: 'province-unknown'; readonly code: string }
  | { readonly kind: 'century-differs'; readonly birthYear: number; readonly inNumber: number }
  | { readonly kind: 'birth-year-differs'; readonly birthYear: number; readonly inNumber: number }
  | { readonly kind: 'sex-differs'; readonly sex: 'male' | 'female' }

/** Where somebody was born: the codes of the 63 provinces before July 2025; from 100 on other countries. */
const PROVINCES = new Set(
  (
    '001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038 040 042 ' +
    '044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082 083 084 086 087 ' +
    '089 091 092 093 094 095 096'
  ).split(' '),
)

/** What the twelve digits tell: where born, sex, and the year. The old nine digits tell nothing. */
export interface IdNumberParts {
  readonly provinceCode: string
  readonly sex: 'male' | 'female'
  readonly birthYear: number
}

/** Undefined for anything but twelve digits. The fourth is century and sex: 0 and 1 are 19xx, 2 and 3 are 20xx. */
export function idNumberParts(number: string): IdNumberParts | undefined {
  if (!/^\d{12}$/.test(number)) return undefined
  const centuryAndSex = Number(number[3])
  return {
    provinceCode: number.slice(0, 3),
    sex: centuryAndSex % 2 === 0 ? 'male' : 'female',
    birthYear: 1900 + Math.floor(centuryAndSex / 2) * 100 + Number(number.slice(4, 6)),
  }
}

/** Nine digits are taken as typed; twelve are compared with themselves and with the form. */
export function checkIdNumber(
  typed: string,
  { birthYear, sex }: Pick<Person, 'birthYear' | 'sex'> = {},
): IdNumberFault[] {
  const number = typed.replace(/[\s.-]/g, '')
  if (/^\d{9}$/.test(number)) return []
  const parts = idNumberParts(number)
  if (!parts) return [{ kind: 'no-id-number' }]
  const faults: IdNumberFault[] = []
  const { provinceCode } = parts
  if (provinceCode < '100' && !PROVINCES.has(provinceCode)) {
    faults.push({ kind: 'province-unknown', code: provinceCode })
  }
  if (birthYear !== undefined && birthYear !== parts.birthYear) {
    const isCentury = birthYear % 100 === parts.birthYear % 100
    const kind = isCentury ? 'century-differs' : 'birth-year-differs'
    faults.push({ kind, birthYear, inNumber: parts.birthYear })
  }
  if (sex !== undefined && sex !== parts.sex) faults.push({ kind: 'sex-differs', sex: parts.sex })
  return faults
}
