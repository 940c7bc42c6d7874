/**
 * GS1 General Specifications 7.9.1: weights 3 and 1 from the right. The same rule serves GTIN,
 * SSCC, GLN and every other GS1 key that ends in a check digit.
 */
export function checkDigitOf(digitsBefore: string): number {
  let sum = 0
  for (let i = 0; i < digitsBefore.length; i++) {
    sum += Number(digitsBefore[digitsBefore.length - 1 - i]) * (i % 2 === 0 ? 3 : 1)
  }
  return (10 - (sum % 10)) % 10
}

export function hasRightCheckDigit(digits: string): boolean {
  return /^\d{2,}$/.test(digits) && checkDigitOf(digits.slice(0, -1)) === Number(digits.at(-1))
}

/** GS1 General Specifications 7.9.5: the pair of check characters that ends a GMN or an MUDI. */
export function hasRightCheckPair(value: string): boolean {
  const payload = value.slice(0, -2)
  if (payload.length === 0 || payload.length > PRIMES.length) return false
  const weights = PRIMES.slice(0, payload.length).reverse()
  let sum = 0
  for (const [i, weight] of weights.entries()) sum += weight * CHARACTERS_82.indexOf(payload[i]!)
  const expected = CHARACTERS_32[(sum % 1021) >> 5]! + CHARACTERS_32[(sum % 1021) & 31]!
  return value.endsWith(expected)
}

/** GS1 AI encodable character set 82, in the order that gives each character its value. */
export const CHARACTERS_82 =
  '!"%&\'()*+,-./0123456789:;<=>?ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz'
const CHARACTERS_32 = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ'
const PRIMES = [2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37, 41, 43, 47, 53, 59, 61, 67, 71, 73, 79, 83]
