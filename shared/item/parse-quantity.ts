import type { Language } from '../i18n/text.ts'
import { err, ok, type Result } from '../result.ts'
import type { Item } from './item.ts'
import { QUANTITY_MAX, unitSize } from './quantity.ts'

export type QuantityRefusal =
  | { readonly kind: 'quantity-missing' }
  | { readonly kind: 'quantity-unreadable'; readonly text: string }
  | { readonly kind: 'quantity-not-positive' }
  | { readonly kind: 'quantity-not-whole'; readonly unit: string }
  | { readonly kind: 'quantity-too-fine'; readonly unit: string }
  | { readonly kind: 'quantity-too-large' }

type Measured = Pick<Item, 'baseUnit' | 'unit'>

/**
 * What a person typed, in the unit people call it, as whole base units: "37,5" of an item shown in kg is 37500.
 * Reads the separators of the language, and the other one where it can only mean decimals ("37.5" in Vietnamese).
 */
export function parseQuantity(
  text: string,
  item: Measured,
  language: Language,
): Result<number, QuantityRefusal> {
  const trimmed = text.trim()
  if (trimmed === '') return err({ kind: 'quantity-missing' })
  if (/^[-−]/.test(trimmed)) return err({ kind: 'quantity-not-positive' })
  const digits = withDecimalPoint(trimmed, language)
  if (digits === undefined) return err({ kind: 'quantity-unreadable', text: trimmed.slice(0, 40) })

  const [whole = '', decimals = ''] = digits.split('.')
  if (Number(digits) === 0) return err({ kind: 'quantity-not-positive' })
  if (whole.replace(/^0+/, '').length > 10) return err({ kind: 'quantity-too-large' })
  const size = unitSize(item)
  const places = size === 1 ? 0 : 3
  const kept = decimals.replace(/0+$/, '')
  if (kept.length > places) {
    return err({ kind: places === 0 ? 'quantity-not-whole' : 'quantity-too-fine', unit: item.unit })
  }
  // In whole numbers, since 0.1 + 0.2 is not 0.3.
  const quantity = Number(whole) * size + Number(kept.padEnd(places, '0').slice(0, places) || '0')
  return quantity > QUANTITY_MAX ? err({ kind: 'quantity-too-large' }) : ok(quantity)
}

/** "1.234,5" → "1234.5" in Vietnamese; undefined when the text is no number. */
function withDecimalPoint(text: string, language: Language): string | undefined {
  const [thousands, point] = language === 'vi' ? ['.', ','] : [',', '.']
  const spaceless = text.replace(/[\s\u00a0]/g, '')
  if (/^\d{1,15}$/.test(spaceless)) return spaceless
  const grouped = new RegExp(`^\\d{1,3}(\\${thousands}\\d{3})+(\\${point}\\d+)?$`)
  const plain = new RegExp(`^\\d*\\${point}\\d+$|^\\d+\\${point}$`)
  const otherPoint = new RegExp(`^\\d*\\${thousands}\\d+$|^\\d+\\${thousands}$`)
  if (grouped.test(spaceless)) return tidy(spaceless.replaceAll(thousands, '').replace(point, '.'))
  if (plain.test(spaceless)) return tidy(spaceless.replace(point, '.'))
  if (otherPoint.test(spaceless)) return tidy(spaceless.replace(thousands, '.'))
  return undefined
}

function tidy(digits: string): string | undefined {
  const text = digits.startsWith('.') ? `0${digits}` : digits
  return text.length <= 20 ? text : undefined
}
