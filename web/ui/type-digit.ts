export interface DigitLimits {
  readonly lengthMax: number
  /** The sign between whole and decimals; without it only digits are taken. */
  readonly point?: ',' | '.' | undefined
  /** Dates and PINs keep a zero in front; quantities do not. */
  readonly leadingZero?: boolean | undefined
}

/** The text after one more key of a pad: what does not fit is not taken. */
export function typeDigit(text: string, key: string, { lengthMax, point, leadingZero }: DigitLimits): string {
  if (text.length >= lengthMax) return text
  if (/^\d$/.test(key)) return text === '0' && !leadingZero ? key : text + key
  if (point !== undefined && (key === ',' || key === '.') && !text.includes(point)) {
    return text === '' ? `0${point}` : text + point
  }
  return text
}

/** What a field of a pad keeps of pasted or typed text. */
export function keepDigits(text: string, limits: DigitLimits): string {
  return Array.from(text).reduce((kept, key) => typeDigit(kept, key, limits), '')
}

const QUANTITY_LENGTH_MAX = 40

/**
 * What a keyboard typed as a quantity stays as it is, to be read and refused in words: without its comma 1,5 would
 * pass for 15. Where decimals are taken, both signs are the point.
 */
export function keepQuantity(text: string, point: DigitLimits['point']): string {
  const kept = text.slice(0, QUANTITY_LENGTH_MAX)
  return point === undefined ? kept : kept.replaceAll(/[.,]/g, point)
}

/** What a keyboard typed as a day keeps what parts it: without its signs 1/2/27 would pass for the end of December 2027. */
export function keepDay(text: string): string {
  const kept = text.replace(/[^\d/.\-\s]/g, '')
  return kept.slice(0, dayLengthMax(kept))
}

/** 31122026, or 31/12/2026. */
export function dayLengthMax(text: string): number {
  return /\D/.test(text) ? 10 : 8
}
