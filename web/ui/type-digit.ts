export interface DigitLimits {
  readonly lengthMax: number
  /** The sign between whole and decimals; without it only digits are taken. */
  readonly point?: ',' | '.' | undefined
}

/** The text after one more key of a pad: what does not fit is not taken. */
export function typeDigit(text: string, key: string, { lengthMax, point }: DigitLimits): string {
  if (text.length >= lengthMax) return text
  if (/^\d$/.test(key)) return text === '0' ? key : text + key
  if (point !== undefined && (key === ',' || key === '.') && !text.includes(point)) {
    return text === '' ? `0${point}` : text + point
  }
  return text
}

/** What a field of a pad keeps of pasted or typed text. */
export function keepDigits(text: string, { lengthMax, point }: DigitLimits): string {
  let kept = ''
  for (const key of text) {
    if (/^\d$/.test(key) && kept.length < lengthMax) kept += key
    else kept = typeDigit(kept, key, { lengthMax, point })
  }
  return kept
}
