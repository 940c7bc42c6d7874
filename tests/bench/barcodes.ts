import { existsSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { openSourcePage } from '../support/source-page.ts'
import type { BarcodesPage } from './barcodes-page.ts'
import type { Figure } from './figure.ts'
import { sameCode, type BarcodePicture } from './same-code.ts'

const FOLDER = resolve('../shared/data/barcodes')

interface Reading {
  readonly picture: BarcodePicture
  readonly ours: { readonly texts: readonly string[]; readonly ms: number }
  readonly onePass: { readonly texts: readonly string[]; readonly ms: number }
}

/** Photographs through our decoder and gate, in its worker in a browser, beside one pass of zxing-wasm as it comes. */
export async function benchBarcodes(): Promise<Figure[]> {
  if (!existsSync(join(FOLDER, 'manifest.json'))) {
    console.log(`skipped: no photographs in ${join('..', 'shared', 'data', 'barcodes')}`)
    return []
  }
  const pictures = JSON.parse(readFileSync(join(FOLDER, 'manifest.json'), 'utf8')) as BarcodePicture[]
  const readings = await readAll(pictures)
  const of = (beginning: string) => readings.filter(({ picture }) => picture.from.startsWith(beginning))
  return [
    shareRead('codes read in test pictures of ZXing', of('zx/'), 94),
    shareRead('codes read in phone photos', of('off/'), 85),
    falseAlarms(of('fp/')),
    median(readings),
  ]
}

async function readAll(pictures: readonly BarcodePicture[]): Promise<Reading[]> {
  const { page, origin, close } = await openSourcePage('/tests/bench/barcodes-page.ts')
  try {
    await page.route(`${origin}/pictures/*`, (route) =>
      route.fulfill({
        path: join(FOLDER, route.request().url().split('/').at(-1)!),
        contentType: 'image/webp',
      }),
    )
    const readings: Reading[] = []
    for (const picture of pictures) {
      const [ours, onePass] = await page.evaluate(async (url) => {
        const { sourcePage } = globalThis as unknown as { sourcePage: BarcodesPage }
        return [await sourcePage.ours(url), await sourcePage.onePass(url)] as const
      }, `/pictures/${picture.file}`)
      readings.push({ picture, ours, onePass })
    }
    return readings
  } finally {
    await close()
  }
}

function shareRead(name: string, readings: readonly Reading[], percentMin: number): Figure {
  const percent = (way: 'ours' | 'onePass') =>
    (100 * readings.filter((each) => each[way].texts.some((text) => sameCode(each.picture, text))).length) /
    readings.length
  const [value, reference] = [percent('ours'), percent('onePass')]
  return {
    name: `${name} (${readings.length})`,
    value,
    unit: '%',
    reference: { name: 'one pass of zxing-wasm', value: reference, unit: '%' },
    ratio: value / reference,
    target: `≥ ${percentMin} %`,
    met: value >= percentMin,
  }
}

function falseAlarms(readings: readonly Reading[]): Figure {
  const count = (way: 'ours' | 'onePass') => readings.filter((each) => each[way].texts.length > 0).length
  return {
    name: `pictures without a code taken for one (${readings.length})`,
    value: count('ours'),
    unit: 'pictures',
    reference: { name: 'one pass of zxing-wasm', value: count('onePass'), unit: 'pictures' },
    target: '0',
    met: count('ours') === 0,
  }
}

/** A picture waits for nothing but the person: it may take as long as a person takes to look up. */
function median(readings: readonly Reading[]): Figure {
  const middle = (way: 'ours' | 'onePass') =>
    readings.map((each) => each[way].ms).sort((a, b) => a - b)[readings.length >> 1]!
  return {
    name: 'a picture, from choosing to its code, median',
    value: middle('ours'),
    unit: 'ms',
    reference: { name: 'one pass of zxing-wasm', value: middle('onePass'), unit: 'ms' },
    ratio: middle('ours') / middle('onePass'),
    target: '≤ 500 ms',
    met: middle('ours') <= 500,
  }
}
