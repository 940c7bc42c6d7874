import { writeFileSync } from 'node:fs'
import type { GrayPicture } from '../../web/scan/gray-picture.ts'
import { drawSymbol, type SymbolWish } from './draw-symbol.ts'

/** What the camera sees for a while: a symbol, or nothing where there is none. */
export interface Shot {
  readonly symbol?: SymbolWish
  readonly seconds: number
}

const [WIDTH, HEIGHT, FRAMES_PER_SECOND] = [1280, 720, 10]

/**
 * Writes the clip that Chromium takes for a camera (it starts over at its end), uncompressed, so that no
 * video tool is needed. About 14 MB a second: keep it short and delete it after the test.
 */
export function writeCameraClip(path: string, shots: readonly Shot[]): string {
  const chunks = [Buffer.from(`YUV4MPEG2 W${WIDTH} H${HEIGHT} F${FRAMES_PER_SECOND}:1 Ip A1:1 C420jpeg\n`)]
  for (const { symbol, seconds } of shots) {
    const frame = frameOf(symbol && drawSymbol({ scale: 5, ...symbol }))
    for (let i = 0; i < seconds * FRAMES_PER_SECOND; i++) chunks.push(frame)
  }
  writeFileSync(path, Buffer.concat(chunks))
  return path
}

/** For `openBrowser`: a browser whose only camera is the clip and that grants it unasked. */
export function fakeCameraArgs(clipPath: string): string[] {
  return [
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-video-capture=${clipPath}`,
  ]
}

/** The symbol in the middle of a table that is neither white nor black. */
function frameOf(symbol: GrayPicture | undefined): Buffer<ArrayBuffer> {
  const luma = Buffer.alloc(WIDTH * HEIGHT, 150)
  if (symbol) {
    const scale = Math.min(1, (WIDTH * 0.9) / symbol.width, (HEIGHT * 0.9) / symbol.height)
    const [width, height] = [Math.floor(symbol.width * scale), Math.floor(symbol.height * scale)]
    const [left, top] = [(WIDTH - width) >> 1, (HEIGHT - height) >> 1]
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const from = Math.floor(y / scale) * symbol.width + Math.floor(x / scale)
        // Paper and ink of a camera, not of a screen.
        luma[(top + y) * WIDTH + left + x] = symbol.pixels[from] === 0 ? 25 : 230
      }
    }
  }
  const chroma = Buffer.alloc((WIDTH * HEIGHT) / 2, 128)
  return Buffer.concat([Buffer.from('FRAME\n'), luma, chroma])
}
