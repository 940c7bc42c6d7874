import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import type { Item } from '#shared/item/item'
import { DEMO_ITEMS } from '../../../scripts/demo/demo-items.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

let server: TestServer
const get = (path: string, headers: Record<string, string> = {}) =>
  fetch(server.url + path, { headers: { 'accept-encoding': 'identity', ...headers } })
const page = async (path: string, headers?: Record<string, string>) => (await get(path, headers)).text()

/** Names of items as the page shows them, in order. */
const namesOn = (html: string) =>
  [...html.matchAll(/<tr id="[^"]+" role="row">\s*<th role="rowheader">([^<]*)</g)].map((match) =>
    match[1]!.trim(),
  )

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  const warehouseId = await server.addWarehouse('DN')
  const shelf = await server.addShelf(warehouseId, 'A1')
  const device = await server.addDevice(warehouseId)
  const facts = createFactMaker(device)
  const wicked: Item = {
    ...DEMO_ITEMS[1]!.item,
    name: '"><script>alert(1)</script><img src=x onerror=alert(2)>',
    unit: '</td><b onclick=x>',
    baseUnit: 'piece',
  }
  const items = [wicked, ...[0, 7, 14, 17, 19].map((index) => DEMO_ITEMS[index]!.item)]
  await device.push(items.map((item) => facts.fact('item-learned', item)))
  const lines = items.map(({ id }) => ({
    itemId: id,
    lotId: `${id}~~~`,
    quantity: 37_500,
    fromId: 'donor:anonymous',
    toId: shelf,
  }))
  await device.push([facts.movement({ lines })])
  await vi.waitFor(async () => expect(await page('/api/public/stock')).toContain(wicked.id))
})
afterAll(() => server.close())

describe('the public page', () => {
  test('numbers and dates are written the Vietnamese way, and the English way in English', async () => {
    const vietnamese = await page('/')
    expect(vietnamese).toContain('<b>37,5</b> kg')
    expect(vietnamese).toContain('<b>37.500</b> gói')
    expect(vietnamese).toContain('ngày 21/11/2026')
    const en = await page('/?lang=en')
    expect(en).toContain('<b>37.5</b> kg')
    expect(en).toContain('<b>37,500</b> packs')
  })

  test('it speaks Vietnamese unless English is asked for or preferred', async () => {
    expect(await page('/')).toContain('<html lang="vi">')
    expect(await page('/', { 'accept-language': 'fr-FR,fr;q=0.9' })).toContain('<html lang="vi">')
    expect(await page('/', { 'accept-language': 'vi-VN,vi;q=0.9,en;q=0.8' })).toContain('<html lang="vi">')
    expect(await page('/', { 'accept-language': 'en-GB,en;q=0.9,vi;q=0.8' })).toContain('<html lang="en">')
    expect(await page('/?lang=vi', { 'accept-language': 'en' })).toContain('<html lang="vi">')
  })

  test('a search without script finds names with or without diacritics, categories and barcodes', async () => {
    expect(namesOn(await page('/?q=sữa tươi'))).toEqual(['Sữa tươi tiệt trùng 180 ml'])
    expect(namesOn(await page('/?q=sua+TUOI'))).toEqual(['Sữa tươi tiệt trùng 180 ml'])
    expect(namesOn(await page('/?q=đường'))).toEqual(['Đường trắng'])
    expect(namesOn(await page('/?q=duong'))).toEqual(['Đường trắng'])
    expect(namesOn(await page('/?q=nuoc+uong&lang=vi'))).toHaveLength(2)
    expect(namesOn(await page('/?q=fragrant&lang=en'))).toEqual(['Fragrant rice'])
    expect(namesOn(await page(`/?q=${DEMO_ITEMS[7]!.item.gtin!.slice(1)}`))).toEqual(['Mì gói chua cay'])
    expect(await page('/?q=khongco')).toContain('Không thấy mặt hàng nào')
    expect(namesOn(await page('/?category=drink'))).toHaveLength(2)
  })

  test('what somebody wrote into a name or an address is shown and never run', async () => {
    for (const path of ['/', '/?lang=en', '/?view=totals', '/?q="><script>alert(3)</script>', '/?q=%00%FF']) {
      const html = await page(path)
      expect(html.match(/<script/g)).toHaveLength(1)
      expect(html).not.toMatch(/<img|<b onclick/)
    }
    expect(await page('/')).toContain('&lt;script&gt;alert(1)')
  })

  test('it loads nothing else and lets nothing else run', async () => {
    const answer = await get('/')
    const html = await answer.text()
    const policy = answer.headers.get('content-security-policy')!
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('unsafe')
    expect(html).not.toMatch(/<link[^>]+stylesheet|<script[^>]+src=|<img|<iframe|@import|url\(/)
    expect(html).not.toMatch(/ style="/)
    expect(html.match(/<link rel="icon" href="data:image\/svg\+xml,/g)).toHaveLength(1)
  })

  test('whatever stands in the address becomes a page', async () => {
    for (const path of [
      '/?page=-1',
      '/?page=99999',
      '/?page=x',
      '/?category=toString',
      '/?lang=xx',
      '/?view=1',
    ]) {
      expect((await get(path)).status).toBe(200)
    }
    expect((await get(`/?q=${'ă'.repeat(500)}`)).status).toBe(200)
  })
})

describe('an answer for everyone', () => {
  test('a client that has it already is told so', async () => {
    for (const path of ['/', '/?lang=en', '/api/public/stock']) {
      const first = await get(path, { 'accept-encoding': 'br' })
      const etag = first.headers.get('etag')!
      expect(first.headers.get('cache-control')).toMatch(/^public, max-age=1, stale-while-revalidate=/)
      expect((await get(path, { 'if-none-match': etag })).status).toBe(304)
      expect((await get(path, { 'if-none-match': `W/${etag}, "other"` })).status).toBe(304)
      expect((await get(path, { 'if-none-match': '"other-br"' })).status).toBe(200)
    }
  })

  test('every encoding holds the same text', async () => {
    const texts = await Promise.all(
      ['br', 'gzip', 'identity'].map((encoding) => page('/', { 'accept-encoding': encoding })),
    )
    expect(new Set(texts).size).toBe(1)
    const refused = await get('/', { 'accept-encoding': 'br;q=0, gzip;q=0.5' })
    expect(refused.headers.get('content-encoding')).toBe('gzip')
  })

  test('the figures may be read from any other site', async () => {
    const answer = await get('/api/public/stock')
    expect(answer.headers.get('access-control-allow-origin')).toBe('*')
  })
})
