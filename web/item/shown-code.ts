import { parseBarcode } from '#shared/gs1/parse-barcode'
import type { LocalDate } from '#shared/time/time'

/** What of a code can be compared with the goods: of a GS1 code its number as it is printed, not lot and dates in one. */
export function shownCode(text: string, today: LocalDate): string {
  const parsed = parseBarcode({ text }, today)
  const gtin = parsed.ok && parsed.value.kind === 'gs1' ? parsed.value.gtin : undefined
  return gtin === undefined ? text : gtin.replace(/^0/, '')
}
