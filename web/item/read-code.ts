import { isRestrictedGtin } from '#shared/gs1/gtin'
import { sentenceForBarcodeRefusal } from '#shared/gs1/gs1-text'
import { parseBarcode, type Barcode, type ParsedBarcode } from '#shared/gs1/parse-barcode'
import type { Sentence } from '#shared/i18n/text'
import type { Gtin, Item, ItemId } from '#shared/item/item'
import { itemIdFromCode } from '#shared/item/learn-item'
import { scannedQuantity } from '#shared/item/scanned-quantity'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { shelfFromLabelDigits } from '#shared/location/shelf-label'
import { normalizeLotNumber, type Lot } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import { sentenceForLabel, sentenceForSscc } from './read-code-text.ts'

/** What a code says about goods, described already or not; plain data, kept in the draft until it has a line. */
export interface ScannedCode {
  readonly text: string
  readonly itemId: ItemId
  readonly gtin?: Gtin
  readonly lotNumber?: string
  readonly expiresOn?: LocalDate
  readonly bestBeforeOn?: LocalDate
  readonly count?: number
  readonly netWeightGrams?: number
  /** Chosen by name: there is no code on the goods. */
  readonly picked?: true
}

/** What a scanned or typed code means to a keeper. */
export type CodeMeaning =
  | {
      readonly kind: 'goods'
      readonly code: ScannedCode
      readonly item: Item
      readonly lot: Lot
      /** Base units of one scan; undefined when goods must be weighed first. */
      readonly quantity: number | undefined
      /** The code itself said which lot or until when. */
      readonly lotSaid: boolean
    }
  | { readonly kind: 'unknown'; readonly code: ScannedCode }
  | { readonly kind: 'shelf'; readonly shelfId: LocationId }
  | { readonly kind: 'refused'; readonly sentence: Sentence }

export interface ReadCodeDeps {
  readonly today: LocalDate
  readonly warehouseId: WarehouseId
  readonly findItemByGtin: (gtin: Gtin) => Promise<Item | undefined>
  readonly readItem: (id: ItemId) => Promise<Item | undefined>
}

/** From what a reader sent to goods, a shelf, a question for the person, or a sentence. */
export async function readCode(barcode: Barcode, deps: ReadCodeDeps): Promise<CodeMeaning> {
  const parsed = parseBarcode(barcode, deps.today)
  if (!parsed.ok) return { kind: 'refused', sentence: sentenceForBarcodeRefusal(parsed.error) }
  const meant = codeOf(parsed.value, barcode.text, deps.warehouseId)
  if ('kind' in meant) return meant
  const item = (meant.gtin && (await deps.findItemByGtin(meant.gtin))) ?? (await deps.readItem(meant.itemId))
  return item ? goodsFrom(item, meant) : { kind: 'unknown', code: meant }
}

/** Letters that a person typed and that are no code known here: most likely the name of the goods. */
export function areWords(meaning: CodeMeaning): boolean {
  if (meaning.kind !== 'unknown') return false
  const { text } = meaning.code
  return /\p{L}/u.test(text) && !/\d{8}/.test(text)
}

/** What a code says once its item is known, be it from before or learned just now. */
export function goodsFrom(item: Item, code: ScannedCode): Extract<CodeMeaning, { kind: 'goods' }> {
  const { lotNumber, expiresOn, bestBeforeOn } = code
  return {
    kind: 'goods',
    code,
    item,
    lot: {
      itemId: item.id,
      ...(lotNumber !== undefined && { lotNumber }),
      ...(expiresOn !== undefined && { expiresOn }),
      ...(bestBeforeOn !== undefined && { bestBeforeOn }),
    },
    quantity: scannedQuantity(item, code),
    lotSaid: lotNumber !== undefined || expiresOn !== undefined || bestBeforeOn !== undefined,
  }
}

function codeOf(
  parsed: ParsedBarcode,
  text: string,
  warehouseId: WarehouseId,
): ScannedCode | Exclude<CodeMeaning, { kind: 'goods' | 'unknown' }> {
  switch (parsed.kind) {
    case 'gtin': {
      const itemId = itemIdFromCode(parsed, warehouseId)
      return { text, itemId, ...(!parsed.restricted && { gtin: parsed.gtin }) }
    }
    case 'gs1': {
      const { gtin, lotNumber, expiresOn, bestBeforeOn, count, netWeightGrams } = parsed
      if (gtin === undefined) return { kind: 'refused', sentence: sentenceForSscc }
      const restricted = isRestrictedGtin(gtin)
      return {
        text,
        itemId: itemIdFromCode({ gtin, restricted }, warehouseId),
        ...(!restricted && { gtin }),
        ...(lotNumber !== undefined && { lotNumber: normalizeLotNumber(lotNumber) }),
        ...(expiresOn !== undefined && { expiresOn }),
        ...(bestBeforeOn !== undefined && { bestBeforeOn }),
        ...(count !== undefined && { count }),
        ...(netWeightGrams !== undefined && { netWeightGrams }),
      }
    }
    case 'label': {
      if (parsed.family === 'item') return { text, itemId: `item:${parsed.digits}` as ItemId }
      const shelfId = parsed.family === 'shelf' ? shelfFromLabelDigits(parsed.digits) : undefined
      return shelfId
        ? { kind: 'shelf', shelfId }
        : { kind: 'refused', sentence: sentenceForLabel(parsed.family) }
    }
    case 'plain':
      return { text, itemId: itemIdFromCode({ text: parsed.text }, warehouseId) }
  }
}
