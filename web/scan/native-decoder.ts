import type { Decoder } from './decoder.ts'
import { drawEan13 } from './draw-ean13.ts'
import { rgbaFromGray } from './gray-picture.ts'
import { UNCOUNTED_LINES, type DecodedSymbol, type SymbolName } from './scan.ts'

interface BarcodeDetector {
  detect(picture: ImageData): Promise<{ rawValue: string; format: string }[]>
}
type BarcodeDetectorClass = new (options: { formats: string[] }) => BarcodeDetector

/** Retail codes only: what it makes of a GS1 code has lost its separators. */
const SYMBOL_BY_FORMAT: Readonly<Record<string, readonly [SymbolName, string]>> = {
  ean_13: ['EAN13', ']E0'],
  ean_8: ['EAN8', ']E4'],
  upc_a: ['UPCA', ']E0'],
}
const TRIAL = '893850597419'

/**
 * The decoder some Android devices bring along, after it has read a picture of ours: on others it exists
 * and finds nothing. Undefined where there is none or it fails.
 */
export async function openNativeDecoder(): Promise<Decoder | undefined> {
  const { BarcodeDetector } = globalThis as { BarcodeDetector?: BarcodeDetectorClass }
  if (!BarcodeDetector || typeof ImageData === 'undefined') return undefined
  try {
    const detector = new BarcodeDetector({ formats: Object.keys(SYMBOL_BY_FORMAT) })
    const decoder: Decoder = {
      name: 'barcode-detector',
      readsGs1: false,
      countsLines: false,
      async decode(picture) {
        const { data, width, height } = rgbaFromGray(picture)
        const results = await detector.detect(new ImageData(data, width, height))
        return results.flatMap(({ rawValue, format }) => symbolFrom(rawValue, format))
      },
    }
    const trial = await decoder.decode(drawEan13(TRIAL), 'LocalAverage')
    return trial.some(({ text }) => text.startsWith(TRIAL)) ? decoder : undefined
  } catch {
    return undefined
  }
}

function symbolFrom(text: string, format: string): DecodedSymbol[] {
  const symbol = SYMBOL_BY_FORMAT[format]
  return symbol ? [{ text, name: symbol[0], symbology: symbol[1], lineCount: UNCOUNTED_LINES }] : []
}
