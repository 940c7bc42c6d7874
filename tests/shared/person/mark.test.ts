import { expect, test } from 'vitest'
import { normaliseNumber, numbersOf } from '#shared/person/mark'
import type { Person } from '#shared/person/person'

test('a phone number is the same however it was typed', () => {
  for (const typed of [
    '0912345678',
    '0912 345 678',
    '+84 912.345.678',
    '84912345678',
    '0084912345678',
    '+84 (0)912 345 678',
    '+84 0912 345 678',
    '00840912345678',
    '912345678',
  ])
    expect(normaliseNumber('phone', typed)).toBe('0912345678')
  for (const typed of ['024 3936 1234', '+84 24 3936 1234', '+84 (0)24 3936 1234'])
    expect(normaliseNumber('phone', typed)).toBe('02439361234')
})

test('an ID number has nine or twelve digits', () => {
  expect(normaliseNumber('id', '001 085 012 345')).toBe('001085012345')
  expect(normaliseNumber('id', '012345678')).toBe('012345678')
  expect(normaliseNumber('id', '84123456789')).toBeUndefined()
})

test('what is no whole number makes no two households alike', () => {
  for (const typed of ['', 'không có', '091', '0000000000000', '113']) {
    expect(normaliseNumber('phone', typed)).toBeUndefined()
    expect(normaliseNumber('id', typed)).toBeUndefined()
  }
})

test('each number of a household counts once', () => {
  const persons: Person[] = [
    { name: 'A', phone: '0912 345 678', idNumber: '001085012345' },
    { name: 'B', phone: '+84912345678' },
  ]
  expect(numbersOf({ persons, address: '', howToFind: '' })).toEqual([
    { kind: 'id', number: '001085012345' },
    { kind: 'phone', number: '0912345678' },
  ])
})
