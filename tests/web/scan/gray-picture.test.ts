import { expect, test } from 'vitest'
import { cropMiddle, grayFromRgba, rgbaFromGray, scale, turn } from '../../../web/scan/gray-picture.ts'

const picture = { width: 4, height: 2, pixels: Uint8Array.of(0, 80, 160, 240, 240, 160, 80, 0) }

test('gray survives the way through colours', () => {
  const { data, width, height } = rgbaFromGray(picture)
  expect(grayFromRgba(data, width, height)).toEqual(picture)
})

test('the middle is cut out pixel by pixel', () => {
  expect(cropMiddle(picture, 0.5)).toEqual({ width: 2, height: 1, pixels: Uint8Array.of(80, 160) })
})

test('half the size is the average', () => {
  expect(scale(picture, 0.5)).toEqual({ width: 2, height: 1, pixels: Uint8Array.of(120, 120) })
})

test('twice the size keeps the brightness', () => {
  const doubled = scale({ ...picture, pixels: new Uint8Array(8).fill(90) }, 2)
  expect([doubled.width, doubled.height]).toEqual([8, 4])
  expect(doubled.pixels[8 * 2 + 4]).toBe(90)
})

test('a quarter turn swaps width and height', () => {
  const turned = turn(picture, 90)
  expect([turned.width, turned.height]).toEqual([3, 4])
})
