/**
 * A number as people in Vietnam type it: "1.000" is a thousand, "37,5" thirty-seven and a half; "37.5" is taken too,
 * since a point before one or two digits can't part thousands. Undefined when it is no number.
 */
export function readNumber(text: string): number | undefined {
  const digits = text.replace(/\s/g, '')
  if (/^\d{1,3}(\.\d{3})+(,\d+)?$/.test(digits)) {
    return Number(digits.replaceAll('.', '').replace(',', '.'))
  }
  if (/^\d+([.,]\d+)?$/.test(digits)) return Number(digits.replace(',', '.'))
  return undefined
}
