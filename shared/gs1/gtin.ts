import type { Gtin } from '../item/item.ts'
import { hasRightCheckDigit } from './check-digit.ts'

/**
 * GTIN-8, -12, -13 and -14 are one number with leading zeros left out; we keep all 14 digits.
 * Undefined when the length or the check digit is wrong.
 */
export function gtinFromDigits(digits: string): Gtin | undefined {
  if (!/^(\d{8}|\d{12,14})$/.test(digits) || !hasRightCheckDigit(digits)) return undefined
  const gtin = digits.padStart(14, '0')
  return /^0+$/.test(gtin) ? undefined : (gtin as Gtin)
}

/**
 * UPC-E leaves out a run of zeros; the last of the six digits says where it was.
 * `digits` has 8: number system 0 or 1, six digits, check digit of the full number.
 */
export function expandUpcE(digits: string): string | undefined {
  if (!/^[01]\d{7}$/.test(digits)) return undefined
  const [system, body, check] = [digits[0]!, digits.slice(1, 7), digits[7]!]
  const last = body[5]!
  if (last <= '2') return `${system}${body.slice(0, 2)}${last}0000${body.slice(2, 5)}${check}`
  if (last === '3') return `${system}${body.slice(0, 3)}00000${body.slice(3, 5)}${check}`
  if (last === '4') return `${system}${body.slice(0, 4)}00000${body[4]}${check}`
  return `${system}${body.slice(0, 5)}0000${last}${check}`
}

/**
 * Numbers a shop gives out itself (prefix 02, 04, 20 to 29; GTIN-8 beginning with 0 or 2): the same
 * number means other goods in the next shop, so it must not become an item of everybody.
 */
export function isRestrictedGtin(gtin: Gtin): boolean {
  if (gtin.startsWith('000000')) return /^0{6}[02]/.test(gtin)
  return /^.(0[24]|2\d)/.test(gtin)
}

/** How people print it: the leading zeros of the 14 digits left out again. */
export function printGtin(gtin: Gtin): string {
  for (const length of [8, 12, 13]) {
    if (/^0*$/.test(gtin.slice(0, 14 - length))) return gtin.slice(14 - length)
  }
  return gtin
}
