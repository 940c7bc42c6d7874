import type { GrayPicture } from './gray-picture.ts'
import { countsRowsOnce, preparePicture, STILL_PLAN, type Variant } from './decode-plan.ts'
import { judgeStill } from './judge-still.ts'
import type { DecodedSymbol } from './scan.ts'

/** One way to read codes from brightness. Ours are ranked in `open-decoder.ts`. */
export interface Decoder {
  readonly name: 'zxing-wasm' | 'zxing-library' | 'barcode-detector'
  /** Whether the separator between the parts of a GS1 code survives. */
  readonly readsGs1: boolean
  /** Whether `lineCount` was counted; if not, it is what makes two agreeing looks a proof. */
  readonly countsLines: boolean
  decode(picture: GrayPicture, binarizer: 'LocalAverage' | 'GlobalHistogram'): Promise<DecodedSymbol[]>
}

export async function decodeVariant(
  decoder: Decoder,
  picture: GrayPicture,
  variant: Variant,
): Promise<DecodedSymbol[]> {
  const prepared = preparePicture(picture, variant)
  const symbols = await decoder.decode(prepared.picture, prepared.binarizer)
  if (!countsRowsOnce(variant)) return symbols
  return symbols.map((symbol) => ({ ...symbol, lineCount: Math.min(symbol.lineCount, 3) }))
}

/** Looks at a still picture in one way after the other until a code is beyond doubt or the ways are used up. */
export async function decodeStill(decoder: Decoder, picture: GrayPicture): Promise<DecodedSymbol[]> {
  const looks: DecodedSymbol[][] = []
  for (const variant of STILL_PLAN) {
    looks.push(await decodeVariant(decoder, picture, variant))
    const believed = judgeStill(looks, decoder.countsLines ? 'certain' : 'likely')
    if (believed.length > 0) return believed
  }
  return judgeStill(looks, 'likely')
}
