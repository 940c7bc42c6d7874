import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { GROUP_SEPARATOR, parseElementString } from '#shared/gs1/element-string'

const GS = GROUP_SEPARATOR
const anyCharacter = fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code))

function read(text: string): Record<string, string> | string {
  const elements = parseElementString(text)
  return elements.ok ? Object.fromEntries(elements.value) : elements.error.kind
}

describe('an element string', () => {
  test('is read with values of fixed length first and no separator between them', () => {
    expect(read('010893850597419417270630310300375010LO-A1')).toEqual({
      '01': '08938505974194',
      '17': '270630',
      '3103': '003750',
      '10': 'LO-A1',
    })
  })

  test('keeps lot and serial apart by the separator', () => {
    expect(read(`010893850597419410LO-A1${GS}21S1`)).toEqual({
      '01': '08938505974194',
      '10': 'LO-A1',
      '21': 'S1',
    })
  })

  test('tolerates a separator at the beginning, after a fixed length and at the end', () => {
    expect(read(`${GS}0108938505974194${GS}10A${GS}`)).toEqual({ '01': '08938505974194', '10': 'A' })
  })

  test.each([
    ['0108938505974195', 'check-digit'],
    ['00189385059741900019', 'check-digit'],
    ['4148938505974199', 'check-digit'],
    ['17271330', 'date-impossible'],
    ['17270230', 'date-impossible'],
    ['1727O630', 'value-characters'],
    ['10', 'value-length'],
    [`10${GS}21A`, 'value-length'],
    ['10LO 1', 'value-characters'],
    ['10Lô1', 'value-characters'],
    ['10123456789012345678901', 'value-length'],
    ['05123', 'ai-unknown'],
    ['1', 'ai-unknown'],
    ['', 'ai-unknown'],
    ['421000700000', 'value-invalid'],
    ['80131987654Ad4X4bL5ttr2310c2L', 'check-digit'],
    ['8007GB82WEST12345698765433', 'value-invalid'],
    ['0108938505974194172706303710', 'pair-forbidden'],
    ['01089385059741940208938505974194', 'pair-forbidden'],
    ['31030037503102000375', 'pair-forbidden'],
    [`10A${GS}10B`, 'repeated-differs'],
  ])('%j is refused as %s', (text, kind) => {
    expect(read(text)).toBe(kind)
  })

  test.each([
    ['01089385059741940108938505974194', { '01': '08938505974194' }],
    ['17270600', { '17': '270600' }],
    ['17280229', { '17': '280229' }],
    ['393070412500', { '3930': '70412500' }],
    ['8008270630143559', { '8008': '270630143559' }],
    ['0208938505974194' + '3724', { '02': '08938505974194', '37': '24' }],
    ['80131987654Ad4X4bL5ttr2310c2K', { '8013': '1987654Ad4X4bL5ttr2310c2K' }],
    ['8007GB82WEST12345698765432', { '8007': 'GB82WEST12345698765432' }],
    ['99any<thing>', { '99': 'any<thing>' }],
  ])('%j is read', (text, elements) => {
    expect(read(text)).toEqual(elements)
  })

  test('of any characters never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), (text) => {
        parseElementString(text)
      }),
    )
  })

  test('that begins with known identifiers and goes on with anything never throws', () => {
    const beginning = fc.constantFrom(
      '01',
      '10',
      '17',
      '21',
      '3103',
      '421',
      '8003',
      '8006',
      '8013',
      '253',
      '8030',
    )
    fc.assert(
      fc.property(
        beginning,
        fc.string({ unit: fc.constantFrom(...`0123456789Aa-/%${GS}`.split('')) }),
        (ai, rest) => {
          parseElementString(ai + rest)
        },
      ),
    )
  })
})

const vectorsPath = '../shared/data/gs1-vectors.json'

describe.runIf(existsSync(vectorsPath))('the vectors of the official engine', () => {
  const vectors = existsSync(vectorsPath)
    ? (JSON.parse(readFileSync(vectorsPath, 'utf8')) as {
        valid: [string, Record<string, string>][]
        hand: [string, string, Record<string, string> | null][]
      })
    : { valid: [], hand: [] }

  test.each(vectors.valid)('%j is read', (text, elements) => {
    expect(read(text)).toEqual(elements)
  })

  test.each(vectors.hand)('%s', (_name, text, elements) => {
    if (elements) expect(read(text)).toEqual(elements)
    else expect(typeof read(text)).toBe('string')
  })
})
