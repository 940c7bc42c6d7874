import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { describe, expect, test } from 'vitest'
import { BASE_UNITS } from '#shared/item/item'
import { unitSize } from '#shared/item/quantity'
import type { PublicStock } from '#shared/sync/wire'
import { addDays, instantFromMs, type Instant, type LocalDate } from '#shared/time/time'
import { encodePage, PAGE_BYTES_MAX } from '../../../sync-server/public/encode-page.ts'
import { fillDays } from '../../../sync-server/public/fill-days.ts'
import { liveWords } from '../../../sync-server/public/live-words.ts'
import { renderPage } from '../../../sync-server/public/render-page.ts'
import { largeCatalogue } from '../../support/large-catalogue.ts'
import { publicStockOf } from '../../support/public-stock.ts'

const TODAY = '2026-11-21' as LocalDate
const overview = (language: 'vi' | 'en') => ({ language, search: '', category: undefined, page: 1 })
const render = (stock: PublicStock, language: 'vi' | 'en' = 'vi') => renderPage(stock, overview(language), 84)

describe('the page of a large warehouse', () => {
  const stock = publicStockOf(largeCatalogue(500, TODAY))

  test('500 items fit into 14 kB, in both languages', () => {
    for (const language of ['vi', 'en'] as const) {
      expect(encodePage(stock, overview(language)).br.length).toBeLessThanOrEqual(PAGE_BYTES_MAX)
    }
  })

  test('every item is on a page of its category', () => {
    const seen = new Set<string>()
    for (const { category, itemCount } of stock.categories) {
      for (let page = 1; page <= Math.ceil(itemCount / 100); page++) {
        const html = renderPage(stock, { language: 'vi', search: '', category, page }, 84)
        for (const match of html.matchAll(/<tr id="([^"]+)"/g)) seen.add(match[1]!)
      }
    }
    expect(seen).toEqual(new Set(stock.items.map(({ itemId }) => itemId)))
  })

  test('the pages of a search together hold every match once', () => {
    const pages = [1, 2].map((page) =>
      renderPage(stock, { language: 'vi', search: 'a', category: undefined, page }, 84),
    )
    const seen = pages.flatMap((html) => [...html.matchAll(/<tr id="([^"]+)"/g)].map((match) => match[1]))
    const found = Number(/id="found"[^>]*>\s*(\d+)/.exec(pages[0]!)![1])
    expect(found).toBeGreaterThan(100)
    expect(seen).toHaveLength(found)
    expect(new Set(seen).size).toBe(found)
  })
})

describe('the pictures', () => {
  test('every svg is well-formed, named or hidden, whatever the figures', () => {
    const days = publicStockOf([]).days.map((day) => ({ ...day, intakes: 0, dispatches: 0, deliveries: 0 }))
    const odd = largeCatalogue(24, TODAY).map((item) => ({ ...item, inStock: -5, received: 0, inTransit: 0 }))
    for (const stock of [
      publicStockOf(largeCatalogue(60, TODAY)),
      publicStockOf([], { days }),
      publicStockOf(odd),
    ]) {
      const pictures = render(stock)
        .replace(/\s+/g, ' ')
        .match(/<svg.*?<\/svg>/gs)!
      expect(pictures.length).toBeGreaterThan(0)
      for (const picture of pictures) {
        expect(unclosed(picture)).toEqual([])
        expect(picture).not.toMatch(/NaN|Infinity|undefined|h-|v--/)
        expect(picture).toMatch(/aria-hidden="true"|role="img" aria-labelledby="days-t days-d"/)
      }
    }
  })

  test('the script counts in the same units as the server', () => {
    const path = join(import.meta.dirname, '../../../sync-server/public/live-page.js')
    const source = /const unitSize = ([\s\S]*?\n  \})\n/.exec(readFileSync(path, 'utf8'))![1]
    const unitSizeOfScript = runInNewContext(source!) as typeof unitSize
    for (const baseUnit of BASE_UNITS) {
      for (const unit of ['kg', 'Kg', 'g', 'gam', 'l', 'lít', 'Lít', 'lit', 'litre', 'litres', 'ml', 'cái']) {
        expect([baseUnit, unit, unitSizeOfScript({ baseUnit, unit })]).toEqual([
          baseUnit,
          unit,
          unitSize({ baseUnit, unit }),
        ])
      }
    }
  })

  test('the days are told in a table as well', () => {
    const stock = publicStockOf([])
    const html = render(stock)
    for (const { on } of stock.days) expect(html).toContain(on.split('-').reverse().join('/'))
  })
})

describe('how sure it is', () => {
  const at = (change: Partial<PublicStock['devices']>) =>
    liveWords(
      publicStockOf([], { devices: { enrolled: 5, silent: 0, unsent: 0, silentSince: null, ...change } }),
      'vi',
    )

  test('says the time, the devices and since when one is silent', () => {
    expect(at({ silent: 1, silentSince: '2026-11-21T01:12:00.000Z' as Instant }).line).toBe(
      '09:41:07 ngày 21/11/2026 · nghe từ 4/5 máy, máy còn lại im từ 08:12',
    )
    expect(at({ silent: 2, silentSince: '2026-11-20T01:12:00.000Z' as Instant }).line).toBe(
      '09:41:07 ngày 21/11/2026 · nghe từ 3/5 máy, 2 máy im, lâu nhất từ 08:12 ngày 20/11',
    )
    expect(at({}).line).toBe('09:41:07 ngày 21/11/2026 · nghe từ 5/5 máy')
    expect(at({ enrolled: 0 }).line).toContain('chưa có máy nào')
  })

  test('warns only when figures may lag behind', () => {
    expect(at({}).lag).toBe('')
    expect(at({ unsent: 12 }).lag).toContain('12 ghi nhận')
    expect(
      render(publicStockOf([], { devices: { enrolled: 1, silent: 0, unsent: 0, silentSince: null } })),
    ).toMatch(/<p id="lag" hidden>/)
  })

  test('a figure in question stays and is marked', () => {
    const [item] = largeCatalogue(1, TODAY)
    const html = render(
      publicStockOf([{ ...item!, baseUnit: 'piece', unit: 'gói', inStock: -24, inQuestion: true }]),
    )
    expect(html).toMatch(/<b>−24<\/b> gói/)
    expect(html).toMatch(/<em>đang kiểm đếm<\/em\s*>/)
  })
})

describe('special pages', () => {
  test('an empty warehouse has a whole page that says so', () => {
    const html = render(publicStockOf([], { caseFilesHelped: 0, head: 0 }))
    expect(html).toContain('Kho chưa có hàng nào')
    expect(unclosed(html.replace(/<(script|style)>.*?<\/\1>/gs, ''))).toEqual([])
  })

  test('a demo is marked as made up on every page, and only a demo', () => {
    const demo = publicStockOf(largeCatalogue(30, TODAY), { demo: true })
    for (const request of [
      overview('vi'),
      { ...overview('vi'), search: 'gạo' },
      { ...overview('vi'), view: 'totals' as const },
    ]) {
      expect(renderPage(demo, request, 84)).toContain('số liệu bịa')
      expect(renderPage({ ...demo, demo: false }, request, 84)).not.toContain('số liệu bịa')
    }
    expect(render(demo, 'en')).toContain('the figures are made up')
  })
})

describe('the days', () => {
  test('are thirty, oldest first, up to the day it is in Vietnam', () => {
    const lateEvening = '2026-11-21T16:59:59.999Z' as Instant
    for (const [asOf, today] of [
      [lateEvening, '2026-11-21'],
      [instantFromMs(Date.parse(lateEvening) + 1), '2026-11-22'],
    ] as const) {
      const { days } = publicStockOf([], { asOf })
      expect(days).toHaveLength(30)
      expect(days.at(-1)!.on).toBe(today)
      expect(days[0]!.on).toBe(addDays(today as LocalDate, -29))
    }
  })

  test('without anything are days of zeros', () => {
    const day = { on: '2026-11-03' as LocalDate, intakes: 3, dispatches: 2, deliveries: 1 }
    const days = fillDays([day], TODAY)
    expect(days.filter(({ intakes }) => intakes > 0)).toEqual([day])
  })
})

/** Tags that are open at the end or closed in the wrong order. */
function unclosed(markup: string): string[] {
  const open: string[] = []
  for (const [, closing, name, rest] of markup.matchAll(/<(\/?)([a-z][\w-]*)((?:"[^"]*"|[^">])*)>/gi)) {
    if (/^(meta|link|input|br|i?mg)$/.test(name!) || rest!.endsWith('/')) continue
    if (!closing) open.push(name!)
    else if (open.at(-1) === name) open.pop()
    else return [...open, `/${name}`]
  }
  return open
}
