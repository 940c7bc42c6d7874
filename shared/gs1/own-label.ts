import { err, ok, type Result } from '../result.ts'

/**
 * What a label of our own stands for. The first digit says it, so a scan knows its job at once;
 * a family's digit never changes, since labels stay on boxes for years.
 */
export const LABEL_FAMILIES = ['item', 'shelf', 'box', 'receipt', 'consignment', 'enrolment'] as const
export type LabelFamily = (typeof LABEL_FAMILIES)[number]

/** The number on a label: `digits` (4 to 24) are the family's own, without family and check digits. */
export interface OwnLabel {
  readonly family: LabelFamily
  readonly digits: string
}

export type LabelRefusal =
  | { readonly kind: 'label-unreadable'; readonly text: string }
  | { readonly kind: 'label-check-digits'; readonly text: string }

/**
 * `3-0012-3456-57`: family, the number in groups of four, two check digits. Digits and `-` only, so a
 * Vietnamese input method cannot change it; the `-` in second place keeps it apart from every GTIN
 * and element string. The check digits are ISO 7064 MOD 97-10: each wrong digit and each swap shows.
 */
export function formatOwnLabel({ family, digits }: OwnLabel): string {
  const prefix = String(LABEL_FAMILIES.indexOf(family) + 1)
  const check = String(98 - modulo97(`${prefix}${digits}00`)).padStart(2, '0')
  return `${prefix}-${(digits.match(/.{1,4}/g) ?? []).join('-')}-${check}`
}

export function parseOwnLabel(text: string): Result<OwnLabel, LabelRefusal> {
  if (!looksLikeOwnLabel(text)) return err({ kind: 'label-unreadable', text })
  const digits = text.replaceAll('-', '')
  const family = LABEL_FAMILIES[Number(digits[0]) - 1]
  if (!family || digits.length < 7 || digits.length > 27) return err({ kind: 'label-unreadable', text })
  if (modulo97(digits) !== 1) return err({ kind: 'label-check-digits', text })
  return ok({ family, digits: digits.slice(1, -2) })
}

export function looksLikeOwnLabel(text: string): boolean {
  return text.length <= 40 && /^\d-\d+(-\d+)*$/.test(text)
}

function modulo97(digits: string): number {
  let remainder = 0
  for (const digit of digits) remainder = (remainder * 10 + Number(digit)) % 97
  return remainder
}
