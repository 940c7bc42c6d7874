import * as v from 'valibot'
import { ItemIdSchema, type ItemId } from '../item/item.ts'
import { isLocalDate, type LocalDate } from '../time/time.ts'

/** A lot is a value: item, lot number and dates joined by `~`. It needs no registry. */
export interface Lot {
  readonly itemId: ItemId
  readonly lotNumber?: string
  readonly expiresOn?: LocalDate
  readonly bestBeforeOn?: LocalDate
}

export const LotIdSchema = v.pipe(
  v.string(),
  v.maxLength(200),
  v.check((text) => parseLotId(text) !== undefined),
  v.brand('LotId'),
)
export type LotId = v.InferOutput<typeof LotIdSchema>

/** Half of a sign, and the zero that ends a text: no database keeps them as they are, so two lots could become one. */
const NEVER_KEPT = /[\p{Surrogate}\0]/gu

/** Lot numbers are kept in upper case without spaces around, and without `~`, so that one lot has one id. */
export function normalizeLotNumber(text: string): string {
  const plain = text.normalize('NFC').trim().toUpperCase().replaceAll('~', '-')
  return plain.slice(0, 40).replace(NEVER_KEPT, '')
}

export function lotId({ itemId, lotNumber, expiresOn, bestBeforeOn }: Lot): LotId {
  return `${itemId}~${lotNumber ?? ''}~${expiresOn ?? ''}~${bestBeforeOn ?? ''}` as LotId
}

/** Undefined when the text is no lot id: four parts, a real item id and real dates. */
export function parseLotId(text: string): Lot | undefined {
  const parts = text.split('~')
  if (parts.length !== 4) return undefined
  const [itemId, lotNumber, expiresOn, bestBeforeOn] = parts as [string, string, string, string]
  if (!v.is(ItemIdSchema, itemId)) return undefined
  if (lotNumber.length > 40 || lotNumber.search(NEVER_KEPT) !== -1) return undefined
  if (expiresOn !== '' && !isLocalDate(expiresOn)) return undefined
  if (bestBeforeOn !== '' && !isLocalDate(bestBeforeOn)) return undefined
  return {
    itemId: itemId as ItemId,
    ...(lotNumber !== '' && { lotNumber }),
    ...(expiresOn !== '' && { expiresOn: expiresOn }),
    ...(bestBeforeOn !== '' && { bestBeforeOn: bestBeforeOn }),
  }
}

/** The third part of an id whose form has been checked before; undefined for goods without an expiry. */
export function expiresOnOf(id: LotId): LocalDate | undefined {
  const day = id.split('~')[2]
  return day === '' ? undefined : (day as LocalDate | undefined)
}

/** Without looking at the rest of it, for lists of thousands. */
export function itemIdOfLot(id: LotId): ItemId {
  return id.slice(0, id.indexOf('~')) as ItemId
}

/** The day by which a lot should have left: expiry first, else best-before. Undefined for goods that keep. */
export function leavesBefore(lot: Lot): LocalDate | undefined {
  return lot.expiresOn ?? lot.bestBeforeOn
}
