import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { checkDigitOf } from '#shared/gs1/check-digit'
import { sentenceForBarcodeRefusal } from '#shared/gs1/gs1-text'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import type { LocalDate } from '#shared/time/time'

const today = '2026-11-21' as LocalDate

function read(text: string, symbology?: string) {
  const parsed = parseBarcode({ text, symbology }, today)
  return parsed.ok ? parsed.value : parsed.error
}

const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))
const digits13 = fc.stringMatching(/^[1-9]\d{11}$/).map((body) => body + String(checkDigitOf(body)))

describe('a retail barcode', () => {
  test.each([
    ['8938505974194', ']E0', '08938505974194'],
    ['0036000291452', ']E0', '00036000291452'],
    ['036000291452', undefined, '00036000291452'],
    ['96385074', ']E4', '00000096385074'],
    ['01234565', ']E0', '00012345000065'],
    ['18938505974191', ']I1', '18938505974191'],
    ['893 8505 974194', undefined, '08938505974194'],
    ['8938505974194', ']C0', '08938505974194'],
    [']E08938505974194\r', undefined, '08938505974194'],
  ])('%j read as %s is the GTIN %s', (text, symbology, gtin) => {
    expect(read(text, symbology)).toMatchObject({ kind: 'gtin', gtin })
  })

  test('of any number keeps its 14 digits', () => {
    fc.assert(
      fc.property(digits13, (digits) => {
        expect(read(digits)).toMatchObject({ kind: 'gtin', gtin: `0${digits}` })
      }),
    )
  })

  test('with one digit changed is refused', () => {
    fc.assert(
      fc.property(digits13, fc.nat(12), fc.integer({ min: 1, max: 9 }), (digits, at, by) => {
        const wrong = String((Number(digits[at]) + by) % 10)
        const text = digits.slice(0, at) + wrong + digits.slice(at + 1)
        expect(read(text, ']E0')).toEqual({ kind: 'gtin-check-digit', digits: text })
        expect(read(text)).toEqual({ kind: 'gtin-check-digit', digits: text })
      }),
    )
  })

  test.each(['2012345000006', '0212345000002'])(
    '%s: a number of one shop is marked as restricted',
    (text) => {
      const body = text.slice(0, 12)
      expect(read(body + String(checkDigitOf(body)))).toMatchObject({ kind: 'gtin', restricted: true })
    },
  )

  test('of 893 is not restricted', () => {
    expect(read('8938505974194')).toMatchObject({ restricted: false })
  })

  test('of zeros alone is refused', () => {
    expect(read('0000000000000')).toMatchObject({ kind: 'gtin-check-digit' })
  })
})

describe('a GS1 code', () => {
  test('says item, lot, dates, count and weight in our words', () => {
    const text =
      '0108938505974194' +
      '11260501' +
      '17270600' +
      '15270531' +
      '3103003750' +
      '3024\u001d' +
      '10LO-A1\u001d21S1'
    expect(read(text, ']d2')).toMatchObject({
      kind: 'gs1',
      gtin: '08938505974194',
      madeOn: '2026-05-01',
      expiresOn: '2027-06-30',
      bestBeforeOn: '2027-05-31',
      netWeightGrams: 3750,
      count: 24,
      lotNumber: 'LO-A1',
      serial: 'S1',
    })
  })

  test('of a pallet says what is on it and how many', () => {
    expect(read('02089385059741943724\u001d00189385059741900018', ']C1')).toMatchObject({
      kind: 'gs1',
      gtin: '08938505974194',
      count: 24,
      sscc: '189385059741900018',
    })
  })

  test.each([
    ['280200', '2028-02-29'],
    ['270200', '2027-02-28'],
    ['761231', '2076-12-31'],
    ['260101', '2026-01-01'],
  ])('with the date %s means %s', (yymmdd, day) => {
    expect(read(`17${yymmdd}`, ']C1')).toMatchObject({ expiresOn: day })
  })

  test.each(['770101', '271301', '270231'])('with the date %s is refused', (yymmdd) => {
    expect(read(`17${yymmdd}`, ']C1')).toMatchObject({ kind: 'date-impossible' })
  })

  test.each([
    '(01)08938505974194(17)270630(10)LO-A1',
    ']C101089385059741941727063010LO-A1',
    '01089385059741941727063010LO-A1',
    'https://id.gs1.org/01/08938505974194/10/LO-A1?17=270630&linkType=all',
    'https://shop.example.vn/hang/01/8938505974194/10/LO%2DA1/?17=270630#x',
  ])('is understood as %s too', (text) => {
    expect(read(text)).toMatchObject({
      kind: 'gs1',
      gtin: '08938505974194',
      lotNumber: 'LO-A1',
      expiresOn: '2027-06-30',
    })
  })

  test('whose qualifiers stand in the wrong order is an ordinary address', () => {
    const text = 'https://id.gs1.org/01/08938505974194/21/S/10/L'
    expect(read(text)).toEqual({ kind: 'plain', text })
  })

  test('in an address with a wrong check digit is refused', () => {
    expect(read('https://id.gs1.org/01/08938505974195')).toMatchObject({ kind: 'check-digit', ai: '01' })
  })

  test('without its symbology is not guessed from a lot alone', () => {
    expect(read('10LO-A1')).toEqual({ kind: 'plain', text: '10LO-A1' })
  })
})

describe('any other text', () => {
  test.each(['https://example.vn/san-pham/01/abc', 'ABC-123', 'https://example.vn', '123456', 'TEST SHEET'])(
    '%s stays plain',
    (text) => {
      expect(read(text)).toEqual({ kind: 'plain', text })
    },
  )

  test('of 4,000 characters is refused with its beginning', () => {
    const refusal = read('7'.repeat(4000))
    expect(refusal).toEqual({ kind: 'too-long', length: 4000, arrived: '7'.repeat(60) })
  })

  test.each([
    ['', 'empty'],
    [' \r\n', 'empty'],
    ['a\u0001b', 'characters-unreadable'],
    ['h\ufffdng', 'characters-unreadable'],
  ])('%j is refused as %s', (text, kind) => {
    expect(read(text)).toMatchObject({ kind })
  })

  test('never throws, and each refusal has a sentence in both languages', () => {
    const symbology = fc.constantFrom(undefined, ']C1', ']d2', ']E0', ']Q1', ']I0', ']C0')
    const alphabet = fc.constantFrom(...'0123456789AbZ-/:.()%?=&<>]\u001d\u0000ốđ '.split(''))
    const text = fc.oneof(
      fc.string({ unit: anyCharacter }),
      fc.string({ unit: alphabet }),
      fc.string({ unit: alphabet }).map((rest) => `01${rest}`),
      fc.string({ unit: alphabet }).map((rest) => `https://a.vn/01/${rest}`),
    )
    fc.assert(
      fc.property(text, symbology, (anything, aim) => {
        const parsed = parseBarcode({ text: anything, symbology: aim }, today)
        if (parsed.ok) return
        const sentence = sentenceForBarcodeRefusal(parsed.error)
        expect(sentence.vi.length).toBeGreaterThan(20)
        expect(sentence.en.length).toBeGreaterThan(20)
      }),
    )
  })
})
