import { hasRightCheckDigit, hasRightCheckPair } from './check-digit.ts'
import { COUNTRY_LETTERS, COUNTRY_NUMBERS, CURRENCY_NUMBERS, isPackageType } from './code-lists.ts'

/** The checks of the syntax table by name: each says whether the part of a value is right. */
export const LINTS = {
  csum: hasRightCheckDigit,
  csumalpha: hasRightCheckPair,
  gcp: (part) => /^\d\d/.test(part),
  numeric: (part) => /^\d+$/.test(part),
  zero: (part) => /^0+$/.test(part),
  nonzero: (part) => !/^0*$/.test(part),
  nozeroprefix: (part) => part === '0' || !part.startsWith('0'),
  hasnondigit: (part) => /\D/.test(part),
  hyphen: (part) => part === '-',
  yesno: (part) => /^[01]$/.test(part),
  winding: (part) => /^[019]$/.test(part),
  importeridx: (part) => /^[-0-9A-Z_a-z]$/.test(part),
  pcenc: (part) => !/%(?![0-9A-Fa-f]{2})/.test(part),
  yymmd0: (part) => isDay(`20${part}`, 0),
  yymmdd: (part) => isDay(`20${part}`, 1),
  yyyymmdd: (part) => isDay(part, 1),
  hh: (part) => Number(part) < 24,
  mi: (part) => Number(part) < 60,
  ss: (part) => Number(part) < 60,
  hhmi: (part) => Number(part.slice(0, 2)) < 24 && Number(part.slice(2)) < 60,
  iso3166: (part) => COUNTRY_NUMBERS.has(part),
  iso3166999: (part) => part === '999' || COUNTRY_NUMBERS.has(part),
  iso3166alpha2: (part) => COUNTRY_LETTERS.has(part),
  iso4217: (part) => CURRENCY_NUMBERS.has(part),
  iso5218: (part) => /^[0129]$/.test(part),
  iban: isIban,
  latitude: (part) => Number(part) <= 1_800_000_000,
  longitude: (part) => Number(part) <= 3_600_000_000,
  mediatype: (part) => /^(0[1-9]|10|[89]\d)$/.test(part),
  packagetype: isPackageType,
  pieceoftotal: isPieceOfTotal,
  posinseqslash: isPositionInSequence,
} satisfies Record<string, (part: string) => boolean>

export type LintName = keyof typeof LINTS

/** The checks that mean "this day does not exist", so that the person is told so. */
export const DATE_LINTS: ReadonlySet<LintName> = new Set(['yymmd0', 'yymmdd', 'yyyymmdd'] as const)

/** The checks that mean "a digit was misread". */
export const CHECK_DIGIT_LINTS: ReadonlySet<LintName> = new Set(['csum', 'csumalpha'] as const)

/** Leap years come every fourth year in every century that a two-digit year can mean (1950 to 2099). */
function isDay(yyyymmdd: string, dayMin: 0 | 1): boolean {
  const year = Number(yyyymmdd.slice(0, 4))
  const month = Number(yyyymmdd.slice(4, 6))
  const day = Number(yyyymmdd.slice(6, 8))
  if (month < 1 || month > 12 || day < dayMin) return false
  return day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
}

function isIban(part: string): boolean {
  if (!/^[A-Z]{2}\d\d[0-9A-Z]+$/.test(part)) return false
  if (!COUNTRY_LETTERS.has(part.slice(0, 2))) return false
  let remainder = 0
  for (const character of part.slice(4) + part.slice(0, 4)) {
    for (const digit of parseInt(character, 36).toString()) {
      remainder = (remainder * 10 + Number(digit)) % 97
    }
  }
  return remainder === 1
}

function isPieceOfTotal(part: string): boolean {
  const piece = Number(part.slice(0, part.length / 2))
  const total = Number(part.slice(part.length / 2))
  return piece > 0 && piece <= total
}

function isPositionInSequence(part: string): boolean {
  const match = /^([1-9]\d*)\/([1-9]\d*)$/.exec(part)
  return match !== null && Number(match[1]) <= Number(match[2])
}
