import fc from 'fast-check'
import { expect, test } from 'vitest'
import { formatOwnLabel, LABEL_FAMILIES, parseOwnLabel } from '#shared/gs1/own-label'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import type { LocalDate } from '#shared/time/time'

const today = '2026-11-21' as LocalDate
const anyLabel = fc.record({
  family: fc.constantFrom(...LABEL_FAMILIES),
  digits: fc.stringMatching(/^\d{4,24}$/),
})

test('a label comes back as it was made', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      const text = formatOwnLabel(label)
      expect(text).toMatch(/^[\d-]+$/)
      expect(parseOwnLabel(text)).toEqual({ ok: true, value: label })
      expect(parseBarcode({ text }, today)).toMatchObject({ ok: true, value: { kind: 'label', ...label } })
    }),
  )
})

test('a label with one digit changed is refused', () => {
  fc.assert(
    fc.property(anyLabel, fc.nat(26), fc.integer({ min: 1, max: 9 }), (label, place, by) => {
      const text = formatOwnLabel(label)
      const places = text.split('').flatMap((character, at) => (character === '-' ? [] : [at]))
      const at = places[place % places.length]!
      const changed = text.slice(0, at) + String((Number(text[at]) + by) % 10) + text.slice(at + 1)
      expect(parseOwnLabel(changed).ok).toBe(false)
    }),
  )
})

test('a label with two neighbouring digits swapped is refused', () => {
  fc.assert(
    fc.property(anyLabel, fc.nat(26), (label, place) => {
      const digits = formatOwnLabel(label).replaceAll('-', '')
      const at = place % (digits.length - 1)
      fc.pre(digits[at] !== digits[at + 1])
      const swapped = digits.slice(0, at) + digits[at + 1]! + digits[at]! + digits.slice(at + 2)
      expect(parseOwnLabel(`${swapped[0]}-${swapped.slice(1)}`).ok).toBe(false)
    }),
  )
})

test('a label never looks like the number of goods', () => {
  fc.assert(
    fc.property(anyLabel, (label) => {
      const parsed = parseBarcode({ text: formatOwnLabel(label), symbology: ']C0' }, today)
      expect(parsed.ok && parsed.value.kind).toBe('label')
    }),
  )
})
