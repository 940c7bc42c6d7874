import type { Gtin } from '../item/item.ts'
import { err, ok, type Result } from '../result.ts'
import type { LocalDate } from '../time/time.ts'
import type { ElementRefusal, Elements } from './element-string.ts'
import { dayFromGs1 } from './gs1-date.ts'

/**
 * What a GS1 code says about goods, in our words. `elements` holds everything it said.
 * `count` is how many of `gtin` it stands for: AI 30, or 37 together with 02.
 */
export interface GoodsCode {
  readonly kind: 'gs1'
  readonly gtin?: Gtin
  readonly sscc?: string
  readonly lotNumber?: string
  readonly serial?: string
  readonly madeOn?: LocalDate
  readonly packedOn?: LocalDate
  readonly bestBeforeOn?: LocalDate
  readonly sellByOn?: LocalDate
  readonly expiresOn?: LocalDate
  readonly count?: number
  /** Whole grams, from AI 310n. */
  readonly netWeightGrams?: number
  readonly elements: Elements
}

const DATE_FIELDS = [
  ['11', 'madeOn'],
  ['13', 'packedOn'],
  ['15', 'bestBeforeOn'],
  ['16', 'sellByOn'],
  ['7003', 'expiresOn'],
  ['17', 'expiresOn'],
] as const

/** `today` decides the century of two-digit years. */
export function goodsCodeFromElements(
  elements: Elements,
  today: LocalDate,
): Result<GoodsCode, ElementRefusal> {
  const dates: Partial<Record<(typeof DATE_FIELDS)[number][1], LocalDate>> = {}
  for (const [ai, field] of DATE_FIELDS) {
    const value = elements.get(ai)
    if (value === undefined) continue
    const day = dayFromGs1(value.slice(0, 6), today)
    if (!day) return err({ kind: 'date-impossible', ai, value })
    dates[field] = day
  }
  const gtin = elements.get('01') ?? elements.get('02') ?? elements.get('8006')?.slice(0, 14)
  const count = elements.get('37') ?? elements.get('30')
  const sscc = elements.get('00')
  const lotNumber = elements.get('10')
  const serial = elements.get('21')
  const netWeightGrams = netWeightOf(elements)
  return ok({
    kind: 'gs1',
    ...(gtin !== undefined && { gtin: gtin as Gtin }),
    ...(sscc !== undefined && { sscc }),
    ...(lotNumber !== undefined && { lotNumber }),
    ...(serial !== undefined && { serial }),
    ...dates,
    ...(count !== undefined && Number(count) > 0 && { count: Number(count) }),
    ...(netWeightGrams !== undefined && { netWeightGrams }),
    elements,
  })
}

/** The last digit of AI 310n says how many of the six digits are decimals of a kilogram. */
function netWeightOf(elements: Elements): number | undefined {
  for (let decimals = 0; decimals <= 5; decimals++) {
    const value = elements.get(`310${decimals}`)
    if (value !== undefined) return Math.round(Number(value) * 10 ** (3 - decimals))
  }
  return undefined
}
