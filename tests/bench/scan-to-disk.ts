import type { Page } from 'playwright'
import { openPersistentBrowser } from '../support/persistent-browser.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { openTablet } from '../support/tablet.ts'
import { buildWebPage } from '../support/web-page.ts'
import type { Figure } from './figure.ts'

const CPU_SLOWDOWN = 4
const SCANS = 80
const WARM_UP = 10
const TARGET_MS = 150

/** From the call to a line that is on disk, in the journal and painted, on a processor four times slower. */
export async function benchScan(): Promise<Figure[]> {
  const figures: Figure[] = []
  const proxy = await startFaultProxy(
    await buildWebPage('tests/support/tablet-page.ts'),
    'http://127.0.0.1:9',
  )
  const p95ByCount = new Map<number, number>()
  for (const movements of [1_000, 100_000]) {
    const browser = await openPersistentBrowser()
    const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
    const page = await openTablet(browser.context, { url: proxy.url, device })
    await page.evaluate(fillMovements, movements)
    const devtools = await browser.context.newCDPSession(page)
    await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
    const { scans, saved, bare } = await measure(page)
    await browser.close()

    const value = percentile(scans, 0.95)
    const reference = percentile(bare, 0.95)
    p95ByCount.set(movements, value)
    figures.push({
      name: `scan → on disk → shown, ${movements.toLocaleString('en')} movements, p95 (saved ${percentile(saved, 0.95).toFixed(1)} ms, median shown ${percentile(scans, 0.5).toFixed(1)} ms)`,
      value,
      unit: 'ms',
      reference: { name: 'a bare strict put, p95', value: reference, unit: 'ms' },
      ratio: value / reference,
      target: `p95 ≤ ${TARGET_MS} ms`,
      met: value <= TARGET_MS,
    })
  }
  await proxy.close()
  const growth = p95ByCount.get(100_000)! / p95ByCount.get(1_000)!
  return [
    ...figures,
    {
      name: 'growth of that p95 from 1,000 to 100,000 movements',
      value: growth,
      unit: '×',
      target: 'no growth (≤ 1.25 ×)',
      met: growth <= 1.25,
    },
  ]
}

function measure(page: Page): Promise<{ scans: number[]; saved: number[]; bare: number[] }> {
  return page.evaluate(
    async ({ scanCount, warmUp }) => {
      const { core, db } = window
      const draft = { id: crypto.randomUUID(), kind: 'intake', openedAt: db.now(), staffId: 's1', typed: {} }
      await core.openDraft(db, draft as never)
      const list = document.body.appendChild(document.createElement('ol'))
      let shown = (_count: number) => {}
      core
        .liveQuery(() => core.readDraft(db, 'intake'))
        .subscribe((open) => {
          list.replaceChildren(
            ...(open?.lines ?? []).slice(-8).map((line) => {
              const row = document.createElement('li')
              row.textContent = `${line.itemId} × ${line.quantity}`
              return row
            }),
          )
          const count = open?.lines.length ?? 0
          requestAnimationFrame(() => setTimeout(() => shown(count)))
        })

      const bareDb = await new Promise<IDBDatabase>((resolve, reject) => {
        const opening = indexedDB.open('bare', 1)
        opening.onupgradeneeded = () => opening.result.createObjectStore('lines', { keyPath: 'id' })
        opening.onsuccess = () => resolve(opening.result)
        opening.onerror = () => reject(opening.error ?? new Error('open'))
      })
      const put = (line: object) =>
        new Promise<void>((resolve, reject) => {
          const transaction = bareDb.transaction('lines', 'readwrite', { durability: 'strict' })
          transaction.objectStore('lines').put(line)
          transaction.oncomplete = () => resolve()
          transaction.onerror = () => reject(transaction.error ?? new Error('put'))
        })

      const scans: number[] = []
      const saved: number[] = []
      const bare: number[] = []
      for (let i = 0; i < scanCount + warmUp; i++) {
        const line = {
          id: crypto.randomUUID(),
          draftId: draft.id,
          itemId: 'gtin:08934563108168',
          lotId: `gtin:08934563108168~L${i}~2027-01-31~`,
          quantity: 1,
          shelfId: 'shelf:1.1',
          scannedAt: db.now(),
          scans: 1,
        }
        const isShown = new Promise<void>((resolve) => {
          shown = (count) => count > i && resolve()
        })
        const start = performance.now()
        const result = await core.putDraftLine(db, line as never)
        const savedAt = performance.now()
        if (!result.ok) throw new Error(result.error.kind)
        await isShown
        const shownAt = performance.now()
        await put(line)
        const putAt = performance.now()
        if (i < warmUp) continue
        saved.push(savedAt - start)
        scans.push(shownAt - start)
        bare.push(putAt - shownAt)
        await new Promise((resolve) => setTimeout(resolve, 5))
      }
      return { scans, saved, bare }
    },
    { scanCount: SCANS, warmUp: WARM_UP },
  )
}

/** Runs in the page: a store as it is after months of work. */
async function fillMovements(count: number): Promise<void> {
  const { db } = window
  const startMs = Date.now() - 29 * 86_400_000
  for (let from = 0; from < count; from += 5_000) {
    const rows = Array.from({ length: Math.min(5_000, count - from) }, (_, i) => {
      const seq = from + i + 1
      const id = `01930000-0000-7000-8000-${String(seq).padStart(12, '0')}`
      const occurredAt = new Date(startMs + (seq / count) * 28 * 86_400_000).toISOString()
      const line = {
        itemId: 'gtin:08934563108168',
        lotId: `gtin:08934563108168~L${seq % 2000}~2027-01-31~`,
        quantity: 1,
        fromId: 'donor:anonymous',
        toId: `shelf:1.${seq % 40}`,
      }
      const movement = {
        id,
        kind: 'intake',
        deviceId: 'd2',
        staffId: 's1',
        occurredAt,
        warehouseId: 'w1',
        lines: [line],
      }
      return { id, seq, receivedAt: occurredAt, occurredAt, kind: 'intake', movement }
    })
    await db.relaxed.movements.bulkAdd(rows as never)
  }
}

function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
}
