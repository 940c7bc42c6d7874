import {
  BarcodeFormat,
  BinaryBitmap,
  DataMatrixReader,
  DecodeHintType,
  GlobalHistogramBinarizer,
  HybridBinarizer,
  MultiFormatOneDReader,
  QRCodeReader,
  RGBLuminanceSource,
  type Result as LibraryResult,
} from '@zxing/library'
import type { Decoder } from './decoder.ts'
import { UNCOUNTED_LINES, type DecodedSymbol, type SymbolName } from './scan.ts'

/** The name and the AIM identifier of what the library calls a format. UPC-E is left out: it misreads them. */
const SYMBOL_BY_FORMAT = new Map<BarcodeFormat, readonly [SymbolName, string]>([
  [BarcodeFormat.EAN_13, ['EAN13', ']E0']],
  [BarcodeFormat.EAN_8, ['EAN8', ']E4']],
  [BarcodeFormat.UPC_A, ['UPCA', ']E0']],
  [BarcodeFormat.ITF, ['ITF', ']I0']],
  [BarcodeFormat.CODE_39, ['Code39', ']A0']],
  [BarcodeFormat.CODE_128, ['Code128', ']C0']],
  [BarcodeFormat.RSS_14, ['DataBar', ']e0']],
  // It does not tell whether a QR code is one of GS1: the text has to.
  [BarcodeFormat.QR_CODE, ['QRCode', '']],
  [BarcodeFormat.DATA_MATRIX, ['DataMatrix', ']d1']],
])

/** Where WebAssembly is missing. Slower and a little blinder, and without UPC-E. */
export function openLibraryDecoder(): Decoder {
  const hints = new Map<DecodeHintType, unknown>([
    [DecodeHintType.POSSIBLE_FORMATS, [...SYMBOL_BY_FORMAT.keys()]],
    [DecodeHintType.TRY_HARDER, true],
    // Without it the separators of a GS1-128 are dropped and lot and serial grow together.
    [DecodeHintType.ASSUME_GS1, true],
  ])
  // One by one: the library's reader for all of them writes a line to the console for each that finds nothing.
  const readers = [new MultiFormatOneDReader(hints), new QRCodeReader(), new DataMatrixReader()]

  return {
    name: 'zxing-library',
    readsGs1: true,
    countsLines: false,
    decode({ width, height, pixels }, binarizer) {
      const source = new RGBLuminanceSource(new Uint8ClampedArray(pixels), width, height)
      const bits = new BinaryBitmap(
        binarizer === 'GlobalHistogram' ? new GlobalHistogramBinarizer(source) : new HybridBinarizer(source),
      )
      const symbols: DecodedSymbol[] = []
      for (const reader of readers) {
        try {
          symbols.push(...symbolFrom(reader.decode(bits, hints)))
        } catch {
          // The library throws for "nothing found", for a wrong check digit and for half a code alike.
        }
      }
      return Promise.resolve(symbols)
    },
  }
}

function symbolFrom(result: LibraryResult): DecodedSymbol[] {
  const symbol = SYMBOL_BY_FORMAT.get(result.getBarcodeFormat())
  if (!symbol) return []
  const [name, symbology] = symbol
  const text = result.getText()
  const lineCount = UNCOUNTED_LINES
  const prefix = /^\](C1|d2|Q3)/.exec(text)?.[0]
  if (prefix) return [{ text: text.slice(3), symbology: prefix, name, lineCount }]
  if (text.startsWith('\u001d')) {
    return [{ text: text.slice(1), symbology: GS1_SYMBOLOGY[name] ?? symbology, name, lineCount }]
  }
  return [{ text: name === 'DataBar' ? `01${text}` : text, symbology, name, lineCount }]
}

const GS1_SYMBOLOGY: Partial<Record<SymbolName, string>> = {
  Code128: ']C1',
  DataMatrix: ']d2',
  QRCode: ']Q3',
}
