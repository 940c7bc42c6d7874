import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser } from '../support/browser.ts'
import { openFleet, type Fleet, type FleetTablet } from '../support/fleet.ts'

/** The app dies here, at the first and at the second time it comes by. */
const STEPS = [
  'record: before the transaction',
  'record: committed',
  'record: in the journal',
  'push: batch read',
  'push: answered',
  'push: applied',
  'pull: before a chunk',
  'pull: after a chunk',
  'snapshot: read',
  'snapshot: applied',
  'documents: before a page',
] as const

let browser: Browser
let fleet: Fleet

beforeAll(async () => {
  browser = await openBrowser()
  fleet = await openFleet(browser, 3)
})
afterAll(async () => {
  await fleet?.close()
  await browser?.close()
})

for (const step of STEPS) {
  for (const time of [1, 2]) {
    test(`what was said to be saved is sent once although the app dies at "${step}" (${time})`, async () => {
      const [first, second, third] = fleet.tablets as [FleetTablet, FleetTablet, FleetTablet]
      await fleet.record(second, 4)
      await fleet.record(third, 3)
      await fleet.settle()
      await fleet.record(second, 2)
      await second.page.evaluate(() => window.sync.pullNow())

      let passed = 0
      let died = () => {}
      const death = new Promise<void>((resolve) => (died = resolve))
      await fleet.reopen(first, (name) => {
        if (name !== step || ++passed !== time) return 'go on'
        died()
        return 'stop'
      })
      const saved: string[] = []
      const work = async () => {
        for (const quantity of [5, -1, 2]) {
          const id = await fleet.record(first, quantity)
          if (id) saved.push(id)
          await first.page.evaluate(async (isSnapshot) => {
            if (isSnapshot) await window.core.writeMeta(window.db, 'snapshotWanted', true)
            await window.core.writeMeta(window.db, 'documentCursors', {})
            await window.sync.pullNow()
          }, step.startsWith('snapshot'))
        }
      }
      await Promise.race([death, work().catch(() => undefined)])
      expect(passed).toBe(time)

      await fleet.reopen(first)
      await fleet.settle()
      const { server, tablets } = await fleet.compare()
      expect(tablets).toEqual([server, server, server])
      const ids = await idsOf(first)
      expect(ids).toEqual([...new Set(ids)])
      for (const id of saved) expect(ids).toContain(id)
      expect(await holesOf(fleet)).toEqual([])
    })
  }
}

async function idsOf({ device }: FleetTablet): Promise<string[]> {
  const answer = await device.fetch('/api/sync/movements?after=0')
  const lines = (await answer.text()).trim().split('\n').slice(0, -1)
  return lines.map((line) => (JSON.parse(line) as { movement: { id: string } }).movement.id)
}

/** The server names a hole in a device's numbers as a finding. */
async function holesOf({ server }: Fleet): Promise<unknown[]> {
  return server.reader.all(
    server.reader.query
      .selectFrom('finding')
      .selectAll()
      .where('kind', '=', 'missing-numbers')
      .where('open', '=', 1),
  )
}
