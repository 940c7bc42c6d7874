import { expect, test } from 'vitest'
import { firstDifference } from '#shared/sync/first-difference'

test('the first field that differs is named by its path; the order of keys and undefined values do not matter', () => {
  const fact = { id: 'a', body: { lines: [{ quantity: 1 }, { quantity: 2 }], note: undefined } }
  expect(
    firstDifference(fact, { body: { lines: [{ quantity: 1 }, { quantity: 2 }] }, id: 'a' }),
  ).toBeUndefined()
  expect(firstDifference(fact, { id: 'a', body: { lines: [{ quantity: 1 }, { quantity: 3 }] } })).toBe(
    'body.lines.1.quantity',
  )
  expect(firstDifference(fact, { id: 'a', body: { lines: [{ quantity: 1 }] } })).toBe('body.lines.1')
  expect(firstDifference(fact, { ...fact, body: { ...fact.body, note: 'x' } })).toBe('body.note')
})
