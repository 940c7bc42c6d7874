import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseIdCard } from '#shared/person/id-card'
import { checkIdNumber, idNumberParts } from '#shared/person/id-number'
import { sentenceForIdCard, sentenceForIdNumber } from '#shared/person/id-number-text'

const SEVEN = '001199012345|012345678|Trần Thị Bình|31121999|Nữ|Thôn 3, xã Thử, tỉnh Nghiệm|01052021'
const WHOLE = {
  number: '001199012345',
  oldNumber: '012345678',
  name: 'Trần Thị Bình',
  bornOn: '1999-12-31',
  sex: 'female',
  address: 'Thôn 3, xã Thử, tỉnh Nghiệm',
  issuedOn: '2021-05-01',
}
const { oldNumber: _, ...WITHOUT_OLD } = WHOLE

test.each([
  ['seven fields', SEVEN, WHOLE],
  ['an empty old number', SEVEN.replace('012345678', ''), WITHOUT_OLD],
  ['six fields, without the old number', SEVEN.replace('|012345678', ''), WITHOUT_OLD],
  ['eight fields', `${SEVEN}|`, WHOLE],
  ['more fields of a newer card', `${SEVEN}||Trần Văn A|Lê Thị B|`, WHOLE],
  ['letters taken apart', SEVEN.normalize('NFD'), WHOLE],
])('a card with %s is read', (_, text, card) => {
  expect(parseIdCard(text)).toEqual({ ok: true, value: card })
})

test.each([
  ['goods', '08934563108168', 'no-card'],
  ['an address', 'https://example.org/a|b', 'no-card'],
  ['nothing', '', 'no-card'],
  ['a card cut after the name', SEVEN.slice(0, 40), 'card-cut'],
  ['a name that no household can hold', SEVEN.replace('Trần', 'Trần '.repeat(50)), 'card-cut'],
  ['a day that does not exist', SEVEN.replace('31121999', '31021999'), 'card-cut'],
])('%s is no whole card', (_, text, kind) => {
  expect(parseIdCard(text)).toEqual({ ok: false, error: { kind } })
  for (const sentence of Object.values(sentenceForIdCard({ kind } as never))) expect(sentence).toMatch(/\.$/)
})

test('whatever is scanned, reading it never fails', () => {
  const field = fc.oneof(fc.string(), fc.constantFrom('001199012345', '31121999', 'Nữ', ''))
  fc.assert(fc.property(fc.array(field), (fields) => void parseIdCard(fields.join('|'))))
})

test.each([
  ['001099000001', { sex: 'male', birthYear: 1999 }],
  ['079199000001', { sex: 'female', birthYear: 1999 }],
  ['096205000001', { sex: 'male', birthYear: 2005 }],
  ['001305000001', { sex: 'female', birthYear: 2005 }],
])('the digits of %s tell sex and year', (number, parts) => {
  expect(idNumberParts(number)).toMatchObject(parts)
  expect(checkIdNumber(number, parts as never)).toEqual([])
})

test.each([
  ['the sex of another', '001099000001', { sex: 'female' as const }, ['sex-differs']],
  ['another century', '001099000001', { birthYear: 2099 }, ['century-differs']],
  ['another year', '001099000001', { birthYear: 1998 }, ['birth-year-differs']],
  [
    'all of it',
    '003099000001',
    { birthYear: 1950, sex: 'female' as const },
    ['province-unknown', 'birth-year-differs', 'sex-differs'],
  ],
  ['ten digits', '0010990000', {}, ['no-id-number']],
  ['words', 'không có', {}, ['no-id-number']],
  ['nine digits, old', '012 345 678', { birthYear: 1950, sex: 'male' as const }, []],
  ['born abroad', '101099000001', {}, []],
])('a number with %s', (_, number, form, kinds) => {
  const faults = checkIdNumber(number, form)
  expect(faults.map(({ kind }) => kind)).toEqual(kinds)
  for (const fault of faults) expect(sentenceForIdNumber(fault).vi).not.toContain(number)
})
