import { randomUUID } from 'node:crypto'
import type { Browser, BrowserContext, Page } from 'playwright'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { Movement } from '#shared/movement/movement'
import { startFaultProxy, type FaultProxy } from './fault-proxy.ts'
import { readServerStock } from './read-server-stock.ts'
import { openTablet, readShownStock, type TabletOptions } from './tablet.ts'
import { startTestServer, type TestDevice, type TestServer } from './test-server.ts'
import { buildWebPage } from './web-page.ts'

const RICE = 'gtin:08934563108168'
const LOTS = [`${RICE}~L1~2027-01-31~`, `${RICE}~L2~2027-06-30~`, `${RICE}~~~`]

export interface FleetTablet {
  readonly device: TestDevice
  readonly context: BrowserContext
  readonly proxy: FaultProxy
  page: Page
  /** How many facts the tablet said were saved. */
  saved: number
}

export interface Fleet {
  readonly server: TestServer
  readonly shelfId: LocationId
  readonly tablets: readonly FleetTablet[]
  /** A movement of this tablet, saved on its disk: an intake, or goods that leave. */
  record(tablet: FleetTablet, quantity: number): Promise<string | undefined>
  reopen(tablet: FleetTablet, onStep?: (step: string) => 'go on' | 'stop'): Promise<void>
  /** Lets every tablet try until nothing is unsent and all stand at the head of the log. */
  settle(): Promise<void>
  /** What each shows beside what the server counts. */
  compare(): Promise<{ readonly server: Record<string, number>; readonly tablets: Record<string, number>[] }>
  close(): Promise<void>
}

/** Tablets of one warehouse, each with its own profile and a line of its own to one real server. */
export async function openFleet(
  browser: Browser,
  count: number,
  { patienceMs }: Pick<TabletOptions, 'patienceMs'> = {},
): Promise<Fleet> {
  const server = await startTestServer({ requestsPerMinute: 1_000_000 })
  const page = await buildWebPage('tests/support/tablet-page.ts')
  const warehouseId: WarehouseId = await server.addWarehouse('K1')
  const shelfId = await server.addShelf(warehouseId, 'A1')
  const tablets: FleetTablet[] = []
  for (let i = 0; i < count; i++) {
    const device = await server.addDevice(warehouseId, `Máy ${i + 1}`)
    const proxy = await startFaultProxy(page, server.url)
    const context = await browser.newContext()
    tablets.push({
      device,
      proxy,
      context,
      page: await openTablet(context, { url: proxy.url, device, patienceMs }),
      saved: 0,
    })
  }

  const fleet: Fleet = {
    server,
    shelfId,
    tablets,
    async record(tablet, quantity) {
      const movement = makeMovement(tablet.device, shelfId, quantity)
      const recorded = await tablet.page.evaluate(
        (body) => window.core.recordFacts(window.db, [{ kind: 'movement', body }]),
        movement,
      )
      if (!recorded.ok) return undefined
      tablet.saved++
      return movement.id
    },
    async reopen(tablet, onStep) {
      await tablet.page.close()
      tablet.page = await openTablet(tablet.context, {
        url: tablet.proxy.url,
        device: tablet.device,
        patienceMs,
        ...(onStep && { onStep }),
      })
    },
    async settle() {
      await Promise.all(tablets.map(({ page }) => tryUntilSent(page)))
      // Once more: the first to finish has not seen what the last one sent.
      await Promise.all(tablets.map(({ page }) => tryUntilSent(page)))
    },
    async compare() {
      return {
        server: await readServerStock(tablets[0]!.device),
        tablets: await Promise.all(tablets.map((tablet) => readShownStock(tablet.page))),
      }
    },
    async close() {
      for (const { context, proxy } of tablets) {
        await context.close()
        await proxy.close()
      }
      await server.close()
    },
  }
  return fleet
}

function tryUntilSent(page: Page): Promise<void> {
  return page.evaluate(async () => {
    for (let tries = 0; tries < 20; tries++) {
      await window.sync.pullNow()
      const { unsent, online } = await window.core.readDeviceState(window.db)
      if (unsent === 0 && online) return
    }
    throw new Error('still unsent after twenty attempts')
  })
}

let made = 0
function makeMovement(device: TestDevice, shelfId: LocationId, quantity: number): Movement {
  made++
  const lotId = LOTS[made % LOTS.length]
  const places =
    quantity > 0 ? { fromId: 'donor:anonymous', toId: shelfId } : { fromId: shelfId, toId: 'transit:C1' }
  return {
    id: randomUUID(),
    kind: quantity > 0 ? 'intake' : 'dispatch',
    deviceId: device.deviceId,
    staffId: 'staff-1',
    occurredAt: '2026-11-21T02:00:00.000Z',
    warehouseId: device.warehouseId,
    lines: [{ itemId: RICE, lotId, quantity: Math.abs(quantity), ...places }],
    ...(quantity < 0 && { consignmentId: 'C1' }),
  } as unknown as Movement
}
