import { chromium } from 'playwright'
import type { LocalDate } from '#shared/time/time'
import { encodePage, PAGE_BYTES_MAX } from '../../sync-server/public/encode-page.ts'
import { browserLaunchOptions } from '../support/browser.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { largeCatalogue } from '../support/large-catalogue.ts'
import { publicStockOf } from '../support/public-stock.ts'
import { startTestServer } from '../support/test-server.ts'
import { openEvents } from '../support/read-events.ts'
import type { Figure } from './figure.ts'

const ITEMS = 500
const PUSHES = 20

/** What the page costs a phone, and how long a push takes to reach whoever watches. */
export async function benchPublic(): Promise<Figure[]> {
  const stock = publicStockOf(largeCatalogue(ITEMS, '2026-11-21' as LocalDate))
  const overview = { language: 'vi', search: '', category: undefined, page: 1 } as const
  const bytes = encodePage(stock, overview).br.length
  const requests = await countRequests()
  const delayMs = await slowestDelay()
  return [
    {
      name: `public page with ${ITEMS} items, brotli`,
      value: bytes,
      unit: 'bytes',
      target: `≤ ${PAGE_BYTES_MAX} bytes`,
      met: bytes <= PAGE_BYTES_MAX,
    },
    {
      name: 'requests until it is readable',
      value: requests,
      unit: 'requests',
      target: '1',
      met: requests === 1,
    },
    {
      name: `from push to viewer, slowest of ${PUSHES}`,
      value: delayMs,
      unit: 'ms',
      target: '≤ 1000 ms',
      met: delayMs <= 1000,
    },
  ]
}

/** Without script, as the page promises: the stream of a live page comes after it is readable. */
async function countRequests(): Promise<number> {
  const server = await startTestServer()
  const browser = await chromium.launch(await browserLaunchOptions())
  const page = await browser.newPage({ javaScriptEnabled: false })
  let requests = 0
  page.on('request', () => requests++)
  await page.goto(server.url, { waitUntil: 'networkidle' })
  await browser.close()
  await server.close()
  return requests
}

async function slowestDelay(): Promise<number> {
  const server = await startTestServer()
  const warehouseId = await server.addWarehouse('DN')
  const shelf = await server.addShelf(warehouseId, 'A1')
  const device = await server.addDevice(warehouseId)
  const facts = createFactMaker(device)
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  await viewer.nextOf('stock')
  let slowestMs = 0
  for (let push = 0; push < PUSHES; push++) {
    const startedAt = performance.now()
    await device.push([facts.intake(shelf)])
    await viewer.nextOf('stock')
    slowestMs = Math.max(slowestMs, performance.now() - startedAt)
  }
  viewer.close()
  await server.close()
  return slowestMs
}
