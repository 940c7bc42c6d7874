import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import type { Fault } from '../support/fault-proxy.ts'
import { openFleet, type Fleet } from '../support/fleet.ts'

/** Each of these happens once to each kind of request; then the line works again. */
const FAULTS: readonly Fault[] = [
  { kind: 'lost-on-the-way' },
  { kind: 'answer-lost' },
  { kind: 'answer-broken' },
  { kind: 'answer-cut' },
  { kind: 'other-page' },
  { kind: 'silence' },
  { kind: 'status-instead', status: 403 },
  { kind: 'status-instead', status: 404 },
  { kind: 'status-instead', status: 413 },
  { kind: 'status-instead', status: 500 },
  { kind: 'status-instead', status: 503 },
  { kind: 'status-after', status: 500 },
  { kind: 'status-after', status: 429 },
]
const REQUESTS = ['/api/sync/facts', '/api/sync/movements', '/api/sync/documents', '/api/sync/snapshot']

let browser: Browser
let fleet: Fleet

beforeAll(async () => {
  browser = await openBrowser()
  // One of the faults is that nothing comes back.
  fleet = await openFleet(browser, 3, { patienceMs: 2_000 })
})
afterAll(async () => {
  await fleet?.close()
  await browser?.close()
})

for (const path of REQUESTS) {
  for (const fault of FAULTS) {
    const what = 'status' in fault ? `${fault.kind} ${fault.status}` : fault.kind
    test(`nothing is lost and nothing doubled when ${path} meets "${what}"`, async () => {
      const [first, second, third] = fleet.tablets as [
        Fleet['tablets'][0],
        Fleet['tablets'][0],
        Fleet['tablets'][0],
      ]
      for (const [tablet, quantity] of [
        [first, 5],
        [first, -2],
        [second, 7],
        [third, -1],
        [first, 1],
      ] as const) {
        await fleet.record(tablet, quantity)
      }
      if (path.endsWith('snapshot')) {
        await first.page.evaluate(() => window.core.writeMeta(window.db, 'snapshotWanted', true))
      }
      let happened = 0
      first.proxy.faultFor = (request) => {
        if (happened > 0 || !request.path.startsWith(path)) return undefined
        happened++
        return fault
      }
      await fleet.settle()
      expect(happened).toBe(1)

      const { server, tablets } = await fleet.compare()
      expect(tablets).toEqual([server, server, server])
      const facts = fleet.tablets.reduce((sum, { saved }) => sum + saved, 0)
      expect(await countFacts(fleet)).toBe(facts)
      for (const { page } of fleet.tablets) expect(await countSetAside(page)).toBe(0)
    })
  }
}

async function countFacts({ tablets }: Fleet): Promise<number> {
  const answer = await tablets[0]!.device.fetch('/api/sync/movements?after=0')
  return (await answer.text()).trim().split('\n').length - 1
}

function countSetAside(page: Fleet['tablets'][0]['page']): Promise<number> {
  return page.evaluate(async () => {
    const left = (await window.db.stock.toArray()).filter(({ pending }) => pending !== 0).length
    return left + (await window.db.quarantine.count()) + (await window.db.outbox.count())
  })
}
