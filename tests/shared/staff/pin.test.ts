import { expect, test } from 'vitest'
import { isTrivialPin } from '#shared/staff/pin'

test('a PIN that repeats or runs in order is trivial', () => {
  const trivial = ['000000', '999999', '123456', '654321', '890123', '109876', '121212', '123123']
  expect(trivial.filter((pin) => !isTrivialPin(pin))).toEqual([])
})

test('a PIN without a pattern is taken', () => {
  const fine = ['482913', '918273', '100000', '112233', '123457']
  expect(fine.filter(isTrivialPin)).toEqual([])
})
