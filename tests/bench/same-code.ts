import { expandUpcE } from '#shared/gs1/gtin'

export interface BarcodePicture {
  readonly file: string
  readonly sym: string
  /** Empty where the picture holds no code. */
  readonly expect: string
  readonly from: string
}

/** Whether a decoder's text is the right one: leading zeros, brackets and separators are spelling. */
export function sameCode({ sym, expect }: BarcodePicture, text: string): boolean {
  if (text === expect) return true
  const [a, b] = [bare(expect), bare(text)]
  if (a === b || `01${a}` === b) return true
  if (!/^\d+$/.test(a + b)) return false
  const full = sym === 'upce' ? (expandUpcE(a) ?? a) : a
  return full.padStart(14, '0') === b.padStart(14, '0')
}

function bare(text: string): string {
  return text.replace(/[()\u001d]/g, '')
}
