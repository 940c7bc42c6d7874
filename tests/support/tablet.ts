import type { BrowserContext, Page } from 'playwright'
import type { StockRow } from '../../web/database/ledger-rows.ts'
import type { LedgerDatabase } from '../../web/database/ledger-database.ts'
import type { Sync } from '../../web/sync/create-sync.ts'
import type { TabletCore } from './tablet-page.ts'
import type { TestDevice } from './test-server.ts'

declare global {
  interface Window {
    core: TabletCore
    db: LedgerDatabase
    sync: Sync
    /** Set by a test that wants to be asked at each step. */
    passStep?: (step: string) => Promise<'go on' | 'stop'>
  }
}

export interface TabletOptions {
  readonly url: string
  readonly device: Pick<TestDevice, 'deviceId' | 'warehouseId' | 'token'>
  /** Asked at each named step; 'stop' never lets the page go on, as if it had died there. */
  readonly onStep?: (step: string) => 'go on' | 'stop'
  readonly patienceMs?: number | undefined
}

/** A window of a tablet on a profile: the store is open and the tablet belongs to its warehouse. Nothing is sent by itself. */
export async function openTablet(context: BrowserContext, options: TabletOptions): Promise<Page> {
  const page = await context.newPage()
  const { onStep } = options
  if (onStep) await page.exposeFunction('passStep', (step: string) => onStep(step))
  await page.goto(options.url)
  await page.waitForFunction(() => document.documentElement.dataset['ready'] === 'yes')
  const { deviceId, warehouseId, token } = options.device
  await page.evaluate(
    async ({ identity, patienceMs }) => {
      const { passStep } = window
      window.db = await window.core.openLedgerDatabase({
        ...(passStep && {
          onStep: async (step: string) => {
            if ((await passStep(step)) === 'stop') await new Promise(() => undefined)
          },
        }),
      })
      const known = await window.core.readMeta(window.db, 'identity')
      if (!known) await window.core.become(window.db, identity)
      window.sync = window.core.createSync({ db: window.db, patienceMs, random: () => 0 })
    },
    {
      identity: { deviceId, warehouseId, token, warehouseName: 'Kho thử' },
      // A busy disk may take seconds over a commit.
      patienceMs: options.patienceMs ?? 10_000,
    },
  )
  return page
}

/** What the tablet shows, by place and lot. */
export async function readShownStock(page: Page): Promise<Record<string, number>> {
  const rows = await page.evaluate(() => window.db.stock.toArray())
  return shownStock(rows)
}

export function shownStock(rows: readonly StockRow[]): Record<string, number> {
  return Object.fromEntries(
    rows
      .filter(({ ordered, pending }) => ordered + pending !== 0)
      .map(
        ({ locationId, lotId, ordered, pending }) => [`${locationId}|${lotId}`, ordered + pending] as const,
      )
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}
