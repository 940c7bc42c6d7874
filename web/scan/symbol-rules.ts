import { hasRightCheckDigit } from '#shared/gs1/check-digit'
import type { DecodedSymbol } from './scan.ts'

/** Codes with error correction or a check character over all of them: one frame is proof enough. */
export function isProvenByOneFrame({ name }: DecodedSymbol): boolean {
  return name === 'QRCode' || name === 'DataMatrix' || name === 'Code128'
}

export function isMatrix({ name }: DecodedSymbol): boolean {
  return name === 'QRCode' || name === 'DataMatrix'
}

/** What cannot be a code of that kind, however often it is read. */
export function isPlausible({ name, text }: DecodedSymbol): boolean {
  if (text === '') return false
  switch (name) {
    case 'EAN13':
    case 'EAN8':
    case 'UPCA':
    case 'UPCE':
      return hasRightCheckDigit(text) && !/^0+$/.test(text)
    case 'ITF':
      // The bars of an ITF have no beginning and end of their own: short ones are parts of longer ones.
      return text.length >= 8 && (text.length !== 14 || hasRightCheckDigit(text))
    case 'Code39':
      return text.length >= 3
    default:
      return true
  }
}
