import { prepareZXingModule, readBarcodes, type ReadResult } from 'zxing-wasm/reader'
import type { Decoder } from './decoder.ts'
import { rgbaFromGray } from './gray-picture.ts'
import { SYMBOLS, type DecodedSymbol, type SymbolName } from './scan.ts'

/** `wasmUrl` must be our own address: by default the library asks a public network for its binary. */
export async function openWasmDecoder(
  binary: { readonly wasmUrl: string } | { readonly wasmBinary: ArrayBuffer },
): Promise<Decoder> {
  const overrides =
    'wasmUrl' in binary ? { locateFile: () => binary.wasmUrl } : { wasmBinary: binary.wasmBinary }
  await prepareZXingModule({ overrides, fireImmediately: true })
  return {
    name: 'zxing-wasm',
    readsGs1: true,
    countsLines: true,
    async decode(picture, binarizer) {
      const results = await readBarcodes(rgbaFromGray(picture) as ImageData, {
        formats: [...SYMBOLS],
        // The default puts brackets into GS1 texts and drops the separators.
        textMode: 'Plain',
        tryInvert: true,
        maxNumberOfSymbols: 8,
        binarizer,
      })
      return results.filter((result) => result.isValid).flatMap(symbolFrom)
    },
  }
}

function symbolFrom(result: ReadResult): DecodedSymbol[] {
  const name = NAMES[result.format] ?? SYMBOLS.find((each) => each === result.symbology)
  if (!name) return []
  return [{ text: result.text, symbology: result.symbologyIdentifier, name, lineCount: result.lineCount }]
}

/** zxing tells variants of one symbology apart that mean the same to us. */
const NAMES: Partial<Record<string, SymbolName>> = {
  EAN13: 'EAN13',
  EAN8: 'EAN8',
  UPCA: 'UPCA',
  UPCE: 'UPCE',
  ISBN: 'EAN13',
  ITF: 'ITF',
  ITF14: 'ITF',
  Code39: 'Code39',
  Code39Std: 'Code39',
  Code39Ext: 'Code39',
  Code128: 'Code128',
  DataBar: 'DataBar',
  DataBarOmni: 'DataBar',
  DataBarStk: 'DataBar',
  DataBarStkOmni: 'DataBar',
  DataBarLtd: 'DataBarLtd',
  DataBarExp: 'DataBarExp',
  DataBarExpStk: 'DataBarExp',
  QRCode: 'QRCode',
  QRCodeModel2: 'QRCode',
  DataMatrix: 'DataMatrix',
}
