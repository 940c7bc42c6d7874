import bwipjs from 'bwip-js/node'
import type { GrayPicture } from '../../web/scan/gray-picture.ts'

export interface SymbolWish {
  /** The name BWIPP gives the symbology: `ean13`, `qrcode`, `gs1datamatrix`, `gs1-128`, `itf14`, … */
  readonly bcid: string
  readonly text: string
  /** Pixels a module. */
  readonly scale?: number
  readonly options?: Readonly<Record<string, string | number | boolean>>
}

/** A printed symbol with its quiet zone. The encoder is not the maker of any of our decoders, so it can judge them. */
export function drawSymbol({ bcid, text, scale = 4, options = {} }: SymbolWish): GrayPicture {
  const [symbol] = bwipjs.raw({ bcid, text, ...options })
  if (!symbol) throw new Error(`no symbol of ${bcid}`)
  const modules = 'pixs' in symbol ? matrixOf(symbol) : barsOf(symbol.sbs)
  const quiet = 10
  const width = (modules.width + 2 * quiet) * scale
  const height = (modules.height + 2 * quiet) * scale
  const pixels = new Uint8Array(width * height).fill(255)
  for (let y = 0; y < modules.height * scale; y++) {
    for (let x = 0; x < modules.width * scale; x++) {
      const dark = modules.isDark(Math.floor(x / scale), Math.floor(y / scale))
      if (dark) pixels[(y + quiet * scale) * width + x + quiet * scale] = 0
    }
  }
  return { width, height, pixels }
}

interface Modules {
  readonly width: number
  readonly height: number
  readonly isDark: (x: number, y: number) => boolean
}

function matrixOf({ pixs, pixx, pixy }: { pixs: number[]; pixx: number; pixy: number }): Modules {
  return { width: pixx, height: pixy, isDark: (x, y) => pixs[y * pixx + x] === 1 }
}

/** Widths of bar, space, bar, … in modules. */
function barsOf(widths: readonly number[]): Modules {
  const row = widths.flatMap((width, i) => Array.from({ length: width }, () => i % 2 === 0))
  return { width: row.length, height: 40, isDark: (x) => row[x] === true }
}
