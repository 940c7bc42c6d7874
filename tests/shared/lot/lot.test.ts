import { expect, test } from 'vitest'
import type { ItemId } from '#shared/item/item'
import { lotId, normalizeLotNumber, parseLotId } from '#shared/lot/lot'

const itemId = 'item:gao' as ItemId

test('whatever is typed as a lot number makes a lot that can be read again', () => {
  for (const typed of [' lô 7~a ', 'x'.repeat(39) + '😀', '\ud800', 'A\0B', 'Lô'.normalize('NFD')]) {
    const lotNumber = normalizeLotNumber(typed)
    expect(parseLotId(lotId({ itemId, lotNumber }))).toEqual({ itemId, ...(lotNumber && { lotNumber }) })
  }
})

test('a lot number is one text however its diacritics were typed', () => {
  expect(normalizeLotNumber('lô 7'.normalize('NFD'))).toBe(normalizeLotNumber('LÔ 7'))
})
