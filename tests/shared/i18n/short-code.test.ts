import { expect, test } from 'vitest'
import { codesOfNamesakes, shortCode } from '#shared/i18n/short-code'

test('a short code is the last six letters or digits of an id', () => {
  expect(shortCode('4f0e2a77-9c1d-4a5b-8f00-0123456789ab')).toBe('6789AB')
  expect(shortCode('device-ab_1-2')).toBe('CEAB12')
})

test('only people of one name are told apart by a code, and each by another', () => {
  const people = [
    { id: '1-aaaaaa', name: 'Nguyễn Thị Lan' },
    { id: '2-bbbbbb', name: ' nguyễn thị lan' },
    { id: '3-cccccc', name: 'Nguyễn Thị Lân' },
  ]
  expect([...codesOfNamesakes(people)]).toEqual([
    ['1-aaaaaa', 'AAAAAA'],
    ['2-bbbbbb', 'BBBBBB'],
  ])
})
