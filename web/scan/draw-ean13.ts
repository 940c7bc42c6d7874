import { checkDigitOf } from '#shared/gs1/check-digit'
import type { GrayPicture } from './gray-picture.ts'

/** ISO/IEC 15420: the seven modules of each digit in set A; B is C reversed, C is A inverted. */
const SET_A = [
  '0001101',
  '0011001',
  '0010011',
  '0111101',
  '0100011',
  '0110001',
  '0101111',
  '0111011',
  '0110111',
  '0001011',
]
/** Which of the six left digits are drawn in set B says the first digit. */
const FIRST_DIGIT = [
  '000000',
  '001011',
  '001101',
  '001110',
  '010011',
  '011001',
  '011100',
  '010101',
  '010110',
  '011010',
]

/** A small EAN-13 to try a decoder on before trusting it: some devices have one that never finds anything. */
export function drawEan13(twelveDigits: string): GrayPicture {
  const digits = twelveDigits + String(checkDigitOf(twelveDigits))
  const parity = FIRST_DIGIT[Number(digits[0])]!
  const left = Array.from(digits.slice(1, 7), (digit, i) => modules(digit, parity[i] === '1' ? 'B' : 'A'))
  const right = Array.from(digits.slice(7), (digit) => modules(digit, 'C'))
  const bars = `101${left.join('')}01010${right.join('')}101`

  const [module, quiet, height] = [4, 44, 200]
  const width = bars.length * module + 2 * quiet
  const row = new Uint8Array(width).fill(255)
  for (const [i, bar] of bars.split('').entries()) {
    if (bar === '1') row.fill(0, quiet + i * module, quiet + (i + 1) * module)
  }
  const pixels = new Uint8Array(width * height).fill(255)
  for (let y = 20; y < height - 20; y++) pixels.set(row, y * width)
  return { width, height, pixels }
}

function modules(digit: string, set: 'A' | 'B' | 'C'): string {
  const a = SET_A[Number(digit)]!
  if (set === 'A') return a
  const c = Array.from(a, (module) => (module === '1' ? '0' : '1'))
  return (set === 'B' ? c.reverse() : c).join('')
}
