import { randomUUID } from 'node:crypto'
import type { Page } from 'playwright'
import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import type { Item } from '#shared/item/item'
import type { Fact } from '#shared/sync/fact'
import { COLLECTIONS } from '#shared/sync/wire'
import { instantFromMs } from '#shared/time/time'
import { readFacts } from '../../sync-server/sync/read-facts.ts'
import { openBrowser } from '../support/browser.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { largeCatalogue } from '../support/large-catalogue.ts'
import { openTablet } from '../support/tablet.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../support/test-server.ts'
import { buildWebPage } from '../support/web-page.ts'
import type { Figure } from './figure.ts'

const ITEMS = 5_000
const CASE_FILES = 3_000
const STOCK_ROWS = 2_000
const SHELVES = 40
const RUNS = 3
const TARGET = 3

/** A new tablet until it has everything it works with, behind a short and behind a long ledger. */
export async function benchFirstSync(): Promise<Figure[]> {
  const webPage = await buildWebPage('tests/support/tablet-page.ts')
  const server = await startTestServer({ requestsPerMinute: 1_000_000 })
  const warehouseId = await server.addWarehouse('K1')
  const shelfIds: string[] = []
  for (let i = 0; i < SHELVES; i++) shelfIds.push(await server.addShelf(warehouseId, `A${i + 1}`))
  const device = await server.addDevice(warehouseId)
  const items = await addDocuments(server)
  const browser = await openBrowser()
  const proxy = await startFaultProxy(webPage, server.url)
  const figures: Figure[] = []
  const syncMs: number[] = []
  let written = 0
  for (const movements of [1_000, 200_000]) {
    // Each lot of the stock is there from the beginning; what follows comes and goes.
    written = await addMovements(server, {
      device,
      items,
      shelfIds,
      from: written,
      to: Math.max(movements, STOCK_ROWS),
    })
    const runs: { sync: number; bare: number; bytes: number }[] = []
    for (let run = 0; run < RUNS; run++) {
      const context = await browser.newContext()
      const page = await openTablet(context, { url: proxy.url, device, patienceMs: 60_000 })
      const bare = await measureBare(page, device.token)
      const sync = await measureSync(page)
      runs.push({ sync, ...bare })
      await context.close()
    }
    const sync = median(runs.map((run) => run.sync))
    const bare = median(runs.map((run) => run.bare))
    syncMs.push(sync)
    figures.push({
      name: `first sync of a new tablet behind ${written.toLocaleString('en')} movements (${(runs[0]!.bytes / 1e6).toFixed(1)} MB)`,
      value: sync,
      unit: 'ms',
      reference: { name: 'fetching the same and putting it into bare stores', value: bare, unit: 'ms' },
      ratio: sync / bare,
      target: `≤ ${TARGET} ×`,
      met: sync <= TARGET * bare,
    })
  }
  await browser.close()
  await proxy.close()
  await server.close()
  const growth = syncMs[1]! / syncMs[0]!
  return [
    ...figures,
    {
      name: 'growth of the first sync with the length of the ledger',
      value: growth,
      unit: '×',
      target: 'no growth (≤ 1.25 ×)',
      met: growth <= 1.25,
    },
  ]
}

async function addDocuments({ writer }: TestServer): Promise<string[]> {
  const items = largeCatalogue(ITEMS, '2026-11-21' as never).map(
    ({ name, nameEn, category, baseUnit, unit }, i): Item => ({
      id: `item:${i}` as Item['id'],
      name,
      ...(nameEn !== undefined && { nameEn }),
      category,
      baseUnit,
      unit,
      packs: [],
      dates: 'expiry',
    }),
  )
  const put = (collection: 'items' | 'caseFiles', body: { readonly id: string }) =>
    writer.write('putDocument', {
      collection,
      id: body.id,
      body: body as never,
      changedBy: 'bench',
      at: TEST_AT,
    })
  for (let from = 0; from < ITEMS; from += 200) {
    await Promise.all(items.slice(from, from + 200).map((item) => put('items', item)))
  }
  for (let from = 0; from < CASE_FILES; from += 200) {
    await Promise.all(Array.from({ length: 200 }, (_, i) => put('caseFiles', makeCaseFile(from + i))))
  }
  return items.map(({ id }) => id)
}

function makeCaseFile(number: number) {
  return {
    id: `case-${number}`,
    code: `HS-${String(number).padStart(5, '0')}`,
    category: CASE_CATEGORIES[number % 5],
    provinceCode: '01',
    communeCode: '00004',
    householdSize: 1 + (number % 9),
    needs: [{ category: 'food', quantity: 10, unit: 'gói' }],
    tick: 'green',
    tickAt: TEST_AT,
    tickUntil: null,
  }
}

interface Ledger {
  readonly device: TestDevice
  readonly items: readonly string[]
  readonly shelfIds: readonly string[]
  readonly from: number
  readonly to: number
}

async function addMovements(
  { writer }: TestServer,
  { device, items, shelfIds, from, to }: Ledger,
): Promise<number> {
  const caller = { deviceId: device.deviceId, warehouseId: device.warehouseId, revokedAt: null }
  for (let first = from; first < to; first += 200) {
    const facts = Array.from({ length: Math.min(200, to - first) }, (_, i) => {
      const number = first + i
      const itemId = items[number % STOCK_ROWS]!
      const shelfId = shelfIds[(number % STOCK_ROWS) % SHELVES]!
      const isIn = Math.floor(number / STOCK_ROWS) % 2 === 0
      const occurredAt = instantFromMs(Date.parse(TEST_AT) + number * 1000)
      const id = randomUUID()
      const places = isIn
        ? { fromId: 'donor:anonymous', toId: shelfId }
        : { fromId: shelfId, toId: 'loss:other' }
      const line = { itemId, lotId: `${itemId}~L1~2027-01-31~`, quantity: isIn ? 20 : 1, ...places }
      const body = {
        id,
        kind: isIn ? 'intake' : 'disposal',
        deviceId: device.deviceId,
        staffId: 'staff-1',
        occurredAt,
        warehouseId: device.warehouseId,
        lines: [line],
      }
      return { id, deviceSeq: number + 1, recordedAt: occurredAt, kind: 'movement', body } as unknown as Fact
    })
    await writer.write('appendFacts', {
      device: caller,
      receivedAt: TEST_AT,
      unsent: 0,
      facts: readFacts(facts, caller),
    })
  }
  return to
}

/** The same requests, parsed, into stores without indexes. */
function measureBare(page: Page, token: string): Promise<{ bare: number; bytes: number }> {
  return page.evaluate(
    async ({ token, collections }) => {
      const db = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('bare', 1)
        opening.onupgradeneeded = () => {
          for (const name of [...collections, 'stock'])
            opening.result.createObjectStore(name, { autoIncrement: true })
        }
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('open'))
      })
      const start = performance.now()
      let bytes = 0
      const load = async (path: string) => {
        const answer = await fetch(path, { headers: { authorization: `Bearer ${token}` }, cache: 'no-store' })
        const text = await answer.text()
        bytes += text.length
        return text
      }
      const put = (name: string, rows: readonly object[]) =>
        new Promise<void>((resolve) => {
          const transaction = db.transaction(name, 'readwrite', { durability: 'relaxed' })
          for (const row of rows) transaction.objectStore(name).put(row)
          transaction.oncomplete = () => resolve()
        })
      await load('/api/places/all')
      await Promise.all([
        ...collections.map(async (name) => {
          const { documents } = JSON.parse(await load(`/api/sync/documents/${name}?after=0`)) as {
            documents: object[]
          }
          await put(name, documents)
        }),
        (async () => {
          const lines = (await load('/api/sync/snapshot')).trim().split('\n')
          await put(
            'stock',
            lines.map((line) => JSON.parse(line) as object),
          )
        })(),
      ])
      return { bare: performance.now() - start, bytes }
    },
    { token, collections: [...COLLECTIONS] },
  )
}

function measureSync(page: Page): Promise<number> {
  return page.evaluate(
    async ({ items, caseFiles, stockRows }) => {
      const { db, sync } = window
      const start = performance.now()
      await sync.pullNow()
      const took = performance.now() - start
      const counts = [await db.items.count(), await db.caseFiles.count(), await db.stock.count()]
      if (String(counts) !== String([items, caseFiles, stockRows]))
        throw new Error(`came down: ${String(counts)}`)
      return took
    },
    { items: ITEMS, caseFiles: CASE_FILES, stockRows: STOCK_ROWS },
  )
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]!
}
