import { expect, test } from 'vitest'
import type { LocalDate } from '#shared/time/time'
import { shownCode } from '../../../web/item/shown-code.ts'

const show = (text: string) => shownCode(text, '2026-11-21' as LocalDate)

test('of a GS1 code a person sees the number as it is printed under the bars', () => {
  expect(show('01089346735733991727083110L2')).toBe('8934673573399')
  expect(show('(01)18934673573396(10)A')).toBe('18934673573396')
  expect(show('https://id.gs1.org/01/08934673573399/10/ABC')).toBe('8934673573399')
})

test('any other code is shown as it was read', () => {
  for (const code of ['8934673573399', 'KHO-17', '2000000000015']) expect(show(code)).toBe(code)
})
