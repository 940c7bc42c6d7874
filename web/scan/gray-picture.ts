/** One byte of brightness a pixel, row by row: all that decoders look at, and a quarter of the memory. */
export interface GrayPicture {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8Array
}

/** The weights zxing uses for red, green and blue (ITU-R BT.601), in 1/1024. */
export function grayFromRgba(rgba: Uint8ClampedArray, width: number, height: number): GrayPicture {
  const pixels = new Uint8Array(width * height)
  for (let at = 0, from = 0; at < pixels.length; at++, from += 4) {
    pixels[at] = (rgba[from]! * 306 + rgba[from + 1]! * 601 + rgba[from + 2]! * 117 + 512) >> 10
  }
  return { width, height, pixels }
}

export function rgbaFromGray({ width, height, pixels }: GrayPicture): {
  data: Uint8ClampedArray<ArrayBuffer>
  width: number
  height: number
} {
  const words = new Uint32Array(pixels.length)
  for (let at = 0; at < words.length; at++) words[at] = 0xff000000 | (pixels[at]! * 0x010101)
  return { data: new Uint8ClampedArray(words.buffer), width, height }
}

/** The middle of the picture: `share` of its width and height, every pixel as it was. */
export function cropMiddle(picture: GrayPicture, share: number): GrayPicture {
  const width = Math.max(1, Math.round(picture.width * share))
  const height = Math.max(1, Math.round(picture.height * share))
  const left = (picture.width - width) >> 1
  const top = (picture.height - height) >> 1
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const from = (top + y) * picture.width + left
    pixels.set(picture.pixels.subarray(from, from + width), y * width)
  }
  return { width, height, pixels }
}

/** Scales by `factor` (2 doubles, 0.5 halves): averages when it shrinks, blends neighbours when it grows. */
export function scale(picture: GrayPicture, factor: number): GrayPicture {
  if (factor === 1) return picture
  const width = Math.max(1, Math.round(picture.width * factor))
  const height = Math.max(1, Math.round(picture.height * factor))
  if (factor < 1) return shrink(picture, width, height)
  return resample(picture, width, height, 1 / factor, 0, 0, 1 / factor)
}

/** Turns by `degrees` around the middle; the corners that come in from outside are white. */
export function turn(picture: GrayPicture, degrees: number): GrayPicture {
  const angle = (degrees * Math.PI) / 180
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)]
  const width = Math.ceil(Math.abs(picture.width * cos) + Math.abs(picture.height * sin))
  const height = Math.ceil(Math.abs(picture.width * sin) + Math.abs(picture.height * cos))
  return resample(picture, width, height, cos, sin, -sin, cos)
}

/** Spreads the brightness that occurs over the whole range, leaving out the darkest and lightest hundredth. */
export function stretchContrast(picture: GrayPicture): GrayPicture {
  const histogram = new Uint32Array(256)
  for (const pixel of picture.pixels) histogram[pixel]!++
  const rare = picture.pixels.length / 100
  const low = levelAfter(rare, histogram)
  const high = Math.max(low + 1, 255 - levelAfter(rare, histogram.slice().reverse()))
  const table = Uint8Array.from({ length: 256 }, (_, value) =>
    Math.max(0, Math.min(255, Math.round(((value - low) * 255) / (high - low)))),
  )
  return { ...picture, pixels: picture.pixels.map((pixel) => table[pixel]!) }
}

/** The first level at which more than `count` pixels have been passed. */
function levelAfter(count: number, histogram: Uint32Array): number {
  let passed = 0
  return histogram.findIndex((pixels) => (passed += pixels) > count)
}

/** Takes back a part of the blur of a camera that did not focus. */
export function sharpen(picture: GrayPicture): GrayPicture {
  const { width, height, pixels } = picture
  const sharp = new Uint8Array(pixels)
  for (let y = 1; y < height - 1; y++) {
    for (let x = 1; x < width - 1; x++) {
      const at = y * width + x
      const around = pixels[at - 1]! + pixels[at + 1]! + pixels[at - width]! + pixels[at + width]!
      const value = pixels[at]! * 3 - (around >> 1)
      sharp[at] = value < 0 ? 0 : value > 255 ? 255 : value
    }
  }
  return { width, height, pixels: sharp }
}

/**
 * Averages along one direction, 13 pixels long: bars that run that way keep their edges and lose their
 * grain, so a linear code comes out of a dark or blurred picture.
 */
export function smear(picture: GrayPicture, direction: 'down' | 'across'): GrayPicture {
  const { width, height, pixels } = picture
  const step = direction === 'down' ? width : 1
  const reach = 6
  const smeared = new Uint8Array(pixels)
  for (let y = reach; y < height - reach; y++) {
    for (let x = reach; x < width - reach; x++) {
      const at = y * width + x
      let sum = 0
      for (let from = at - reach * step, i = 0; i <= 2 * reach; i++, from += step) sum += pixels[from]!
      smeared[at] = sum / (2 * reach + 1)
    }
  }
  return { width, height, pixels: smeared }
}

/** Each target pixel looks up its place in the source through a matrix around both middles. */
function resample(
  source: GrayPicture,
  width: number,
  height: number,
  xx: number,
  xy: number,
  yx: number,
  yy: number,
): GrayPicture {
  const pixels = new Uint8Array(width * height).fill(255)
  const [middleX, middleY] = [(source.width - 1) / 2, (source.height - 1) / 2]
  for (let y = 0; y < height; y++) {
    const fromMiddleY = y - (height - 1) / 2
    for (let x = 0; x < width; x++) {
      const fromMiddleX = x - (width - 1) / 2
      const sourceX = fromMiddleX * xx + fromMiddleY * xy + middleX
      const sourceY = fromMiddleX * yx + fromMiddleY * yy + middleY
      const [left, top] = [Math.floor(sourceX), Math.floor(sourceY)]
      if (left < 0 || top < 0 || left >= source.width - 1 || top >= source.height - 1) continue
      const at = top * source.width + left
      const [partX, partY] = [sourceX - left, sourceY - top]
      const upper = source.pixels[at]! * (1 - partX) + source.pixels[at + 1]! * partX
      const lower =
        source.pixels[at + source.width]! * (1 - partX) + source.pixels[at + source.width + 1]! * partX
      pixels[y * width + x] = upper * (1 - partY) + lower * partY
    }
  }
  return { width, height, pixels }
}

function shrink(source: GrayPicture, width: number, height: number): GrayPicture {
  const pixels = new Uint8Array(width * height)
  for (let y = 0; y < height; y++) {
    const [top, bottom] = rangeOf(y, height, source.height)
    for (let x = 0; x < width; x++) {
      const [left, right] = rangeOf(x, width, source.width)
      let sum = 0
      for (let row = top; row < bottom; row++) {
        for (let column = left; column < right; column++) sum += source.pixels[row * source.width + column]!
      }
      pixels[y * width + x] = sum / ((bottom - top) * (right - left))
    }
  }
  return { width, height, pixels }
}

function rangeOf(at: number, length: number, sourceLength: number): [number, number] {
  const from = Math.floor((at * sourceLength) / length)
  return [from, Math.max(from + 1, Math.floor(((at + 1) * sourceLength) / length))]
}
