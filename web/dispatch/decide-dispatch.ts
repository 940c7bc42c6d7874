import type { Sentence } from '#shared/i18n/text'
import type { Item } from '#shared/item/item'
import { QUANTITY_MAX } from '#shared/item/quantity'
import { sentenceForQuantity } from '#shared/item/parse-quantity-text'
import type { LocationId } from '#shared/location/location'
import { lotId, parseLotId, type LotId } from '#shared/lot/lot'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { LINES_MAX } from '#shared/movement/movement'
import { isExpiredLot, lotsBefore, orderFefo, type LotInPlace } from '#shared/stock/fefo'
import type { Instant, LocalDate } from '#shared/time/time'
import { countedLines, takenFrom } from '../draft/draft-lines.ts'
import type { DispatchDraft, DraftLine } from '../draft/draft.ts'
import type { CodeMeaning, ScannedCode } from '../item/read-code.ts'
import { sentenceForNoShelf, sentenceForNotTaken, sentenceForUnknownGoods } from './dispatch-text.ts'

/** What a scan does to an open dispatch. A refused line is listed, never recorded. */
export type DispatchOutcome =
  | {
      readonly kind: 'taken' | 'again'
      readonly line: DraftLine
      readonly item: Item
      /** Lots of the same goods that leave sooner and still lie on a shelf. */
      readonly sooner: readonly LotInPlace[]
    }
  | { readonly kind: 'refused'; readonly line: DraftLine; readonly item: Item }
  | { readonly kind: 'asks'; readonly code: ScannedCode }
  | { readonly kind: 'stopped'; readonly sentence: Sentence }

export interface Shelves {
  /** What the books say lies where of these goods, expired and empty included. */
  readonly lots: readonly LotInPlace[]
  /** Where goods are said to come from when the books know no place. */
  readonly fallback: LocationId | undefined
}

export interface Moment {
  readonly lineId: string
  readonly now: Instant
  readonly today: LocalDate
}

/** Decides without writing: which lot from which shelf, the one that leaves soonest unless the code says another. */
export function decideDispatch(
  meaning: CodeMeaning,
  { id: draftId }: DispatchDraft,
  lines: readonly DraftLine[],
  { lots, fallback }: Shelves,
  { lineId, now, today }: Moment,
): DispatchOutcome {
  switch (meaning.kind) {
    case 'refused':
      return { kind: 'stopped', sentence: meaning.sentence }
    case 'shelf':
      return { kind: 'stopped', sentence: sentenceForNotTaken }
    case 'unknown':
      return { kind: 'stopped', sentence: sentenceForUnknownGoods }
    case 'goods':
  }
  const { code, item, lot, quantity, lotSaid } = meaning
  const left = lots.map((one) => ({
    ...one,
    quantity: one.quantity - takenFrom(lines, one.lotId, one.locationId),
  }))
  const place = lotSaid
    ? placeOfLot(lotId(lot), lots, left, fallback)
    : placeByFefo(lotId(lot), lots, left, fallback, today)
  if (!place) return { kind: 'stopped', sentence: sentenceForNoShelf }

  const barcode = code.picked ? undefined : code.text
  const base = {
    id: lineId,
    draftId,
    itemId: item.id,
    lotId: place.lotId,
    quantity: quantity ?? 0,
    shelfId: place.locationId,
    scannedAt: now,
    scans: 1,
    ...(barcode !== undefined && { barcode }),
  }
  if (isExpiredLot(place.lotId, today)) {
    const expiresOn = parseLotId(place.lotId)?.expiresOn
    const known = lines.find((line) => line.refused && line.lotId === place.lotId)
    const refused = { kind: 'lot-expired', ...(expiresOn && { detail: expiresOn }) }
    return { kind: 'refused', line: { ...base, id: known?.id ?? lineId, refused }, item }
  }
  if (quantity === undefined) return { kind: 'asks', code }

  const before = countedLines(lines).find(
    (line) => line.lotId === place.lotId && line.shelfId === place.locationId,
  )
  if (!before && countedLines(lines).length >= LINES_MAX) {
    return { kind: 'stopped', sentence: sentenceForDraft({ kind: 'too-many-lines', linesMax: LINES_MAX }) }
  }
  const sum = (before?.quantity ?? 0) + quantity
  if (sum > QUANTITY_MAX) {
    return { kind: 'stopped', sentence: sentenceForQuantity({ kind: 'quantity-too-large' }) }
  }
  const sooner = lotsBefore(left, place.lotId, today)
  return before
    ? {
        kind: 'again',
        line: { ...before, quantity: sum, scans: before.scans + 1, scannedAt: now },
        item,
        sooner,
      }
    : { kind: 'taken', line: base, item, sooner }
}

interface Place {
  readonly lotId: LotId
  readonly locationId: LocationId
}

/** The shelf that still has most of the lot in hand; else where it once lay; else the usual shelf. */
function placeOfLot(
  inHand: LotId,
  lots: readonly LotInPlace[],
  left: readonly LotInPlace[],
  fallback: LocationId | undefined,
): Place | undefined {
  const same = left.filter((one) => sameLot(one.lotId, inHand))
  const most = [...same].sort((a, b) => b.quantity - a.quantity)[0]
  const locationId = most?.locationId ?? lots[0]?.locationId ?? fallback
  return locationId === undefined ? undefined : { lotId: most?.lotId ?? inHand, locationId }
}

/** A code may say less than the books: only the number, or only the day. What it says must agree. */
function sameLot(inBooks: LotId, inHand: LotId): boolean {
  if (inBooks === inHand) return true
  const [books, hand] = [parseLotId(inBooks), parseLotId(inHand)]
  if (!books || !hand) return false
  return (['lotNumber', 'expiresOn', 'bestBeforeOn'] as const).every(
    (field) => hand[field] === undefined || hand[field] === books[field],
  )
}

/** Nothing on the goods says which lot: the one to leave first, then the one that was last there. */
function placeByFefo(
  undated: LotId,
  lots: readonly LotInPlace[],
  left: readonly LotInPlace[],
  fallback: LocationId | undefined,
  today: LocalDate,
): Place | undefined {
  const first = orderFefo(left, today)[0] ?? orderFefo(lots, today).at(-1)
  if (first) return first
  const expired = lots.find((one) => one.quantity > 0)
  if (expired) return expired
  return fallback === undefined ? undefined : { lotId: undated, locationId: fallback }
}
