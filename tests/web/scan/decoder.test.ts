import { beforeAll, describe, expect, test } from 'vitest'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import type { LocalDate } from '#shared/time/time'
import { drawSymbol, type SymbolWish } from '../../support/draw-symbol.ts'
import { openWasmDecoderInNode } from '../../support/wasm-decoder-for-tests.ts'
import { VARIANTS } from '../../../web/scan/decode-plan.ts'
import { decodeStill, decodeVariant, type Decoder } from '../../../web/scan/decoder.ts'
import { drawEan13 } from '../../../web/scan/draw-ean13.ts'
import { scale, turn } from '../../../web/scan/gray-picture.ts'
import { openLibraryDecoder } from '../../../web/scan/library-decoder.ts'

const today = '2026-11-21' as LocalDate
const element = '(01)08938505974194(17)270630(10)LO-A1(21)S1'
let wasm: Decoder

beforeAll(async () => {
  wasm = await openWasmDecoderInNode()
})

const symbols: readonly (readonly [SymbolWish, string, object])[] = [
  [{ bcid: 'ean13', text: '8938505974194' }, ']E0', { kind: 'gtin', gtin: '08938505974194' }],
  [{ bcid: 'ean8', text: '96385074' }, ']E4', { kind: 'gtin', gtin: '00000096385074' }],
  [{ bcid: 'upca', text: '036000291452' }, ']E0', { kind: 'gtin', gtin: '00036000291452' }],
  [{ bcid: 'upce', text: '01234565' }, ']E0', { kind: 'gtin', gtin: '00012345000065' }],
  [{ bcid: 'itf14', text: '18938505974191' }, ']I0', { kind: 'gtin', gtin: '18938505974191' }],
  [{ bcid: 'code128', text: 'ABC-123' }, ']C0', { kind: 'plain', text: 'ABC-123' }],
  [{ bcid: 'code128', text: '3-0012-3456-79' }, ']C0', { kind: 'label-check-digits' }],
  [{ bcid: 'gs1-128', text: element }, ']C1', { kind: 'gs1', lotNumber: 'LO-A1', serial: 'S1' }],
  [{ bcid: 'gs1datamatrix', text: element }, ']d2', { kind: 'gs1', lotNumber: 'LO-A1', serial: 'S1' }],
  [{ bcid: 'gs1qrcode', text: element }, ']Q3', { kind: 'gs1', lotNumber: 'LO-A1', serial: 'S1' }],
  [
    { bcid: 'qrcode', text: 'https://id.gs1.org/01/08938505974194/10/LO-A1' },
    ']Q1',
    { kind: 'gs1', gtin: '08938505974194', lotNumber: 'LO-A1' },
  ],
]

describe('the decoder', () => {
  test.each(symbols)('reads %o', async (wish, symbology, meaning) => {
    const [symbol] = await decodeStill(wasm, drawSymbol(wish))
    expect(symbol?.symbology.replace(']Q0', ']Q1').replace(']I1', ']I0')).toBe(symbology)
    const parsed = parseBarcode(symbol!, today)
    expect(parsed.ok ? parsed.value : parsed.error).toMatchObject(meaning)
  })

  test.each([0, 90, 180, 20, 45, 300])('reads a code turned by %d degrees', async (degrees) => {
    const picture = turn(drawSymbol({ bcid: 'ean13', text: '8938505974194' }), degrees)
    expect((await decodeStill(wasm, picture)).map(({ text }) => text)).toEqual(['8938505974194'])
  })

  test('reads a code of less than two pixels a bar', async () => {
    const picture = scale(drawSymbol({ bcid: 'ean13', text: '8938505974194', scale: 4 }), 0.4)
    expect(await decodeStill(wasm, picture)).toMatchObject([{ text: '8938505974194' }])
  })

  test.each(VARIANTS)('finds nothing on an empty table, looked at %s', async (variant) => {
    const pixels = Uint8Array.from({ length: 640 * 480 }, (_, at) => 120 + ((at * 7919) % 61))
    expect(await decodeVariant(wasm, { width: 640, height: 480, pixels }, variant)).toEqual([])
  })

  test('reads the picture it is tried with', async () => {
    expect(await wasm.decode(drawEan13('893850597419'), 'LocalAverage')).toMatchObject([
      { text: '8938505974194', name: 'EAN13' },
    ])
  })
})

describe('the decoder without WebAssembly', () => {
  const library = openLibraryDecoder()

  // UPC-E is switched off there, and of ITF it reads wide bars of three modules only, which BWIPP does not draw.
  const readable = symbols.filter(([{ bcid }]) => bcid !== 'upce' && bcid !== 'itf14')

  test.each(readable)('reads %o', async (wish, _symbology, meaning) => {
    const [symbol] = await decodeStill(library, drawSymbol(wish))
    expect(symbol).toBeDefined()
    const parsed = parseBarcode(symbol!, today)
    expect(parsed.ok ? parsed.value : parsed.error).toMatchObject(meaning)
  })

  test('finds nothing on an empty table', async () => {
    const pixels = new Uint8Array(320 * 240).fill(150)
    expect(await library.decode({ width: 320, height: 240, pixels }, 'LocalAverage')).toEqual([])
  })
})
