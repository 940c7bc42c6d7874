import type { Browser } from 'playwright'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import type { Fault } from '../support/fault-proxy.ts'
import { openFleet, type Fleet, type FleetTablet } from '../support/fleet.ts'
import { seededRandom } from '../../scripts/demo/seeded-random.ts'

let browser: Browser
let fleet: Fleet

beforeAll(async () => {
  browser = await openBrowser()
})
afterAll(() => browser?.close())
beforeEach(async () => {
  fleet = await openFleet(browser, 3)
})
afterEach(() => fleet.close())

const shownTotal = ({ page }: FleetTablet, total: number) =>
  expect
    .poll(
      () =>
        page.evaluate(async () => {
          const rows = await window.db.stock.toArray()
          return rows.reduce((sum, { ordered, pending }) => sum + ordered + pending, 0)
        }),
      { timeout: 20_000 },
    )
    .toBe(total)

test('what one tablet records the others show without being asked', async () => {
  for (const { page } of fleet.tablets) await page.evaluate(() => window.sync.start())
  await fleet.record(fleet.tablets[0]!, 6)
  for (const tablet of fleet.tablets) await shownTotal(tablet, 6)
})

test('what was recorded without a network goes up by itself when it is back', async () => {
  const [tablet, other] = fleet.tablets as [FleetTablet, FleetTablet]
  for (const { page } of fleet.tablets) await page.evaluate(() => window.sync.start())
  await tablet.context.setOffline(true)
  await fleet.record(tablet, 4)
  await shownTotal(tablet, 4)
  await tablet.context.setOffline(false)
  await shownTotal(other, 4)
})

const CHANCES: readonly (Fault | undefined)[] = [
  undefined,
  undefined,
  undefined,
  { kind: 'lost-on-the-way' },
  { kind: 'answer-lost' },
  { kind: 'answer-broken' },
  { kind: 'answer-cut' },
  { kind: 'status-instead', status: 500 },
  { kind: 'status-after', status: 503 },
]

test.each([1, 2, 3])('three tablets on bad lines agree in the end (seed %i)', async (seed) => {
  const random = seededRandom(seed)
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)]!
  for (const { proxy } of fleet.tablets) proxy.faultFor = () => pick(CHANCES)
  for (let step = 0; step < 30; step++) {
    const tablet = pick(fleet.tablets)
    const what = random()
    if (what < 0.6) await fleet.record(tablet, pick([5, 3, -1, -2]))
    else if (what < 0.93) await tablet.page.evaluate(() => window.sync.pullNow())
    else await fleet.reopen(tablet)
  }
  for (const { proxy } of fleet.tablets) proxy.faultFor = () => undefined
  await fleet.settle()
  const { server, tablets } = await fleet.compare()
  expect(tablets).toEqual([server, server, server])
  const answer = await fleet.tablets[0]!.device.fetch('/api/sync/movements?after=0')
  const saved = fleet.tablets.reduce((sum, tablet) => sum + tablet.saved, 0)
  expect((await answer.text()).trim().split('\n')).toHaveLength(saved + 1)
})
