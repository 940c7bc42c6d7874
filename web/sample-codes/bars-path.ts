import type { GrayPicture } from '../scan/gray-picture.ts'

/** The bars of a picture of a linear code as an SVG path, one unit a module, so that it prints sharp at any size. */
export function barsPath({ width, height, pixels }: GrayPicture, barHeight: number): string {
  const row = pixels.subarray(Math.floor(height / 2) * width, Math.floor(height / 2) * width + width)
  let path = ''
  let start = -1
  for (let x = 0; x <= width; x++) {
    const dark = x < width && row[x]! < 128
    if (dark && start < 0) start = x
    if (!dark && start >= 0) {
      path += `M${start} 0h${x - start}v${barHeight}h${start - x}z`
      start = -1
    }
  }
  return path
}
