import type { Lot } from '#shared/lot/lot'

/** In a draft nothing means that nobody has typed yet, so a field that was emptied is kept as a blank. */
const EMPTIED = ' '

/** What to keep of the lot number as it stands in its field. */
export function keepLotNumber(shown: string): string {
  return shown === '' ? EMPTIED : shown
}

/** What stands in the field: what was typed, or the number that the code brought. */
export function shownLotNumber(kept: string, lot: Lot): string {
  return kept === '' ? (lot.lotNumber ?? '') : kept.trimStart()
}
