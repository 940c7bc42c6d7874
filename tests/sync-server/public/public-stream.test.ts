import { request } from 'node:http'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import type { LocationId } from '#shared/location/location'
import type { PublicStock } from '#shared/sync/wire'
import { createFactMaker } from '../../support/make-fact.ts'
import { openEvents } from '../../support/read-events.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let device: TestDevice
let shelf: LocationId
let facts: ReturnType<typeof createFactMaker>
const stockOf = ({ data }: { data: string }) => JSON.parse(data) as PublicStock
const inStock = (stock: PublicStock) => stock.items.reduce((sum, item) => sum + item.inStock, 0)

beforeEach(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  const warehouseId = await server.addWarehouse('DN')
  shelf = await server.addShelf(warehouseId, 'A1')
  device = await server.addDevice(warehouseId)
  facts = createFactMaker(device)
})
afterEach(() => server.close())

test('a viewer is told the state at once and each change after it', async () => {
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  expect(inStock(stockOf(await viewer.nextOf('stock')))).toBe(0)
  await device.push([facts.intake(shelf, 40)])
  expect(inStock(stockOf(await viewer.nextOf('stock')))).toBe(40)
  await device.push([facts.intake(shelf, 2)])
  expect(inStock(stockOf(await viewer.nextOf('stock')))).toBe(42)
  viewer.close()
})

test('what the stream says, the page and the figures say too', async () => {
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  await viewer.nextOf('stock')
  await device.push([facts.intake(shelf, 1234)])
  const told = stockOf(await viewer.nextOf('stock'))
  const asked = (await (await fetch(`${server.url}/api/public/stock`)).json()) as PublicStock
  expect(asked).toEqual(told)
  expect(await (await fetch(server.url)).text()).toContain('<b>1.234</b>')
  viewer.close()
})

test('pushes that come together are told as one change', async () => {
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  await viewer.nextOf('stock')
  // The first change is told at once; those of each next quarter of a second wait for each other, also where a busy
  // machine takes several over the pushes.
  await device.push([facts.intake(shelf)])
  await viewer.nextOf('stock')
  const startedMs = performance.now()
  const pushed = Promise.all(Array.from({ length: 12 }, () => device.push([facts.intake(shelf)])))
  let told = 0
  let shown = 0
  while (shown < 13) {
    shown = inStock(stockOf(await viewer.nextOf('stock'))) ?? 0
    told++
  }
  await pushed
  expect(told).toBeLessThanOrEqual(1 + Math.ceil((performance.now() - startedMs) / 250))
  viewer.close()
})

test('the words of the page come with the figures, in both languages', async () => {
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  await viewer.nextOf('live')
  await device.push([facts.intake(shelf)])
  const words = JSON.parse((await viewer.nextOf('live')).data)
  expect(words.vi.line).toContain('nghe từ 1/1 máy')
  expect(words.en.line).toContain('heard from 1 of 1 devices')
  viewer.close()
})

test('a compressed stream says the same as a plain one', async () => {
  const plain = await openEvents(`${server.url}/api/public/stream`, { 'accept-encoding': 'identity' })
  const packed = await openEvents(`${server.url}/api/public/stream`, { 'accept-encoding': 'gzip' })
  expect(plain.answer.headers.get('content-encoding')).toBeNull()
  expect(packed.answer.headers.get('content-encoding')).toBe('gzip')
  expect(await packed.next()).toEqual(await plain.next())
  await device.push([facts.intake(shelf, 7)])
  const change = await plain.nextOf('stock')
  expect(await packed.nextOf('stock')).toEqual(change)
  plain.close()
  packed.close()
})

test('who comes back with the newest figures is sent only the time', async () => {
  const first = await openEvents(`${server.url}/api/public/stream`)
  const { id } = await first.nextOf('stock')
  first.close()
  const again = await openEvents(`${server.url}/api/public/stream`, { 'last-event-id': id! })
  expect((await again.next()).event).toBe('live')
  again.close()
  const stale = await openEvents(`${server.url}/api/public/stream`, { 'last-event-id': 'older' })
  expect((await stale.next()).event).toBe('stock')
  stale.close()
})

test('a stream where nothing happens tells the time every half minute and sends no figures again', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const quiet = await startTestServer({ now: () => TEST_AT })
  const viewer = await openEvents(`${quiet.url}/api/public/stream`)
  await viewer.nextOf('live')
  for (let beat = 1; beat <= 3; beat++) {
    vi.advanceTimersByTime(30_000)
    expect((await viewer.next()).event).toBe('live')
  }
  viewer.close()
  await quiet.close()
  vi.useRealTimers()
})

test('one address cannot take all places, and a place is free again when it leaves', async () => {
  const from = (address: string) => ({ 'x-forwarded-for': address })
  const url = `${server.url}/api/public/stream`
  const viewers = await Promise.all(Array.from({ length: 200 }, () => openEvents(url, from('203.0.113.7'))))
  const answer = await fetch(url, { headers: from('203.0.113.7') })
  expect(answer.status).toBe(429)
  const other = await openEvents(url, from('203.0.113.8'))
  other.close()
  viewers[0]!.close()
  await expect
    .poll(async () => {
      const retry = await openEvents(url, from('203.0.113.7')).catch(() => undefined)
      retry?.close()
      return retry !== undefined
    })
    .toBe(true)
  for (const viewer of viewers) viewer.close()
})

test('the server ends although people are still watching', async () => {
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  await viewer.nextOf('live')
  const ended = viewer.nextOf('never').catch((error: Error) => error.message)
  await server.close()
  expect(await ended).toBeTruthy()
  server = await startTestServer()
})

test('asking only for the headers opens nothing', async () => {
  const status = await new Promise((resolve, reject) => {
    request(`${server.url}/api/public/stream`, { method: 'HEAD' }, (answer) => {
      answer.resume()
      answer.on('end', () => resolve(answer.statusCode))
    })
      .on('error', reject)
      .end()
  })
  expect(status).toBe(200)
})
