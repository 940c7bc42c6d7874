import type { Instant } from '#shared/time/time'

export type ScanSource = 'camera' | 'wedge' | 'picture' | 'typed'

/** A code that passed the gate. `symbology` is the AIM identifier (`]C1`), where the reader knows it. */
export interface Scan {
  readonly text: string
  readonly symbology?: string
  readonly source: ScanSource
  readonly at: Instant
}

/** Why nothing came of what a person did; `arrived` is the beginning of what was received. */
export type ScanRefusal =
  | { readonly kind: 'input-method'; readonly arrived: string }
  | { readonly kind: 'too-long'; readonly arrived: string; readonly length: number }
  | { readonly kind: 'nothing-in-picture' }
  | { readonly kind: 'picture-unreadable' }
  | { readonly kind: 'decoder-missing' }
  | CameraRefusal

export type CameraRefusal =
  | { readonly kind: 'camera-denied' }
  | { readonly kind: 'camera-none' }
  | { readonly kind: 'camera-busy' }
  | { readonly kind: 'camera-insecure' }
  | { readonly kind: 'camera-lost' }
  | { readonly kind: 'camera-failed'; readonly name: string }

/** The symbologies a warehouse meets. Fewer of them mean fewer things taken for a code. */
export const SYMBOLS = [
  'EAN13',
  'EAN8',
  'UPCA',
  'UPCE',
  'ITF',
  'Code39',
  'Code128',
  'DataBar',
  'DataBarLtd',
  'DataBarExp',
  'QRCode',
  'DataMatrix',
] as const
export type SymbolName = (typeof SYMBOLS)[number]

/** One symbol as a decoder saw it in one picture. `lineCount` is how many rows agreed; 0 for matrix codes. */
export interface DecodedSymbol {
  readonly text: string
  readonly symbology: string
  readonly name: SymbolName
  readonly lineCount: number
}

/** For decoders that do not count rows: enough for two agreeing looks or frames, too little for one. */
export const UNCOUNTED_LINES = 6
