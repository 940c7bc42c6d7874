import { cropMiddle, scale, sharpen, smear, stretchContrast, turn, type GrayPicture } from './gray-picture.ts'

/**
 * Ways to look at one picture. Each reads codes that the others miss: small ones need the double, slanted
 * ones a turn (a linear code is only met along its rows), dark ones contrast, blurred ones an average
 * along the bars.
 */
export const VARIANTS = [
  'plain',
  'histogram',
  'middle',
  'double',
  'middle-double',
  'contrast',
  'turned-20',
  'turned-45',
  'sharp',
  'down',
  'across',
  'double-down',
  'double-across',
] as const
export type Variant = (typeof VARIANTS)[number]

/** A moving picture brings the next chance by itself, so each frame is looked at in one way only. */
export const CAMERA_PLAN: readonly Variant[] = [
  'plain',
  'middle',
  'plain',
  'middle-double',
  'turned-45',
  'plain',
  'turned-20',
  'histogram',
]

/** A still one is all there is: first the ways that find most. */
export const STILL_PLAN: readonly Variant[] = [
  'plain',
  'histogram',
  'double',
  'contrast',
  'middle',
  'middle-double',
  'turned-20',
  'turned-45',
  'across',
  'down',
  'double-across',
  'double-down',
  'sharp',
]

/** After an average along the bars neighbouring rows are one row: they no longer prove each other. */
export function countsRowsOnce(variant: Variant): boolean {
  return variant.endsWith('down') || variant.endsWith('across')
}

export interface PreparedPicture {
  readonly picture: GrayPicture
  readonly binarizer: 'LocalAverage' | 'GlobalHistogram'
}

export function preparePicture(picture: GrayPicture, variant: Variant): PreparedPicture {
  const binarizer = variant === 'histogram' ? 'GlobalHistogram' : 'LocalAverage'
  return { picture: transform(picture, variant), binarizer }
}

function transform(picture: GrayPicture, variant: Variant): GrayPicture {
  switch (variant) {
    case 'plain':
      return fitInto(picture, 2000)
    case 'histogram':
      return fitInto(picture, 1000)
    case 'middle':
      return cropMiddle(picture, 0.6)
    case 'double':
      return scale(fitInto(picture, 1600), 2)
    case 'middle-double':
      return scale(fitInto(cropMiddle(picture, 0.5), 900), 2)
    case 'contrast':
      return stretchContrast(fitInto(picture, 2000))
    case 'turned-20':
      return turn(fitInto(picture, 1000), 20)
    case 'turned-45':
      return turn(fitInto(picture, 1000), 45)
    case 'down':
      return smear(fitInto(picture, 1600), 'down')
    case 'across':
      return smear(fitInto(picture, 1600), 'across')
    case 'double-down':
      return smear(scale(fitInto(picture, 1600), 2), 'down')
    case 'double-across':
      return smear(scale(fitInto(picture, 1600), 2), 'across')
    case 'sharp':
      return sharpen(fitInto(picture, 1600))
  }
}

function fitInto(picture: GrayPicture, lengthMax: number): GrayPicture {
  const length = Math.max(picture.width, picture.height)
  return length > lengthMax ? scale(picture, lengthMax / length) : picture
}
