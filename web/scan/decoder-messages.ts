import type { Variant } from './decode-plan.ts'
import type { DecodedSymbol } from './scan.ts'

/** Pixels as the page could get them: a bitmap costs nothing to hand over; old browsers have only RGBA. */
export type PagePicture =
  | { readonly kind: 'bitmap'; readonly bitmap: ImageBitmap }
  | {
      readonly kind: 'rgba'
      readonly data: Uint8ClampedArray<ArrayBuffer>
      readonly width: number
      readonly height: number
    }

/** To the worker. One look at a frame, or every look at a still. */
export type DecoderRequest =
  | { readonly kind: 'frame'; readonly id: number; readonly picture: PagePicture; readonly variant: Variant }
  | { readonly kind: 'still'; readonly id: number; readonly picture: PagePicture }

/** From the worker. `ready` comes once; each request is answered once. */
export type DecoderReply =
  | { readonly kind: 'ready'; readonly decoder: string }
  | { readonly kind: 'symbols'; readonly id: number; readonly symbols: readonly DecodedSymbol[] }
  | { readonly kind: 'failed'; readonly id: number; readonly reason: string }
