import fc from 'fast-check'
import type { Browser, Page } from 'playwright'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { matchesFolded } from '#shared/i18n/fold'
import { openBrowser } from '../../support/browser.ts'
import { startFaultProxy, type FaultProxy } from '../../support/fault-proxy.ts'
import { openTablet } from '../../support/tablet.ts'
import { buildWebPage } from '../../support/web-page.ts'

const WORDS = ['ho', 'hoan', 'hoa', 'ngheo', 'nghi', 'ba', 'ban', 'dinh', '1001', '10']
const LIMIT = 6

let browser: Browser
let proxy: FaultProxy
let page: Page

beforeAll(async () => {
  browser = await openBrowser()
  proxy = await startFaultProxy(await buildWebPage('tests/support/tablet-page.ts'), 'http://127.0.0.1:9')
  const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
  page = await openTablet(await browser.newContext(), { url: proxy.url, device })
})
afterAll(async () => {
  await browser?.close()
  await proxy?.close()
})

test('a search finds what a walk through all rows would, and no more of it than is shown', async () => {
  const words = fc.uniqueArray(fc.constantFrom(...WORDS), { minLength: 1, maxLength: 5 })
  const beginning = fc.constantFrom(...WORDS, 'h', 'n', 'ng', 'b', '1')
  const query = fc.array(beginning, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))
  await fc.assert(
    fc.asyncProperty(fc.array(words, { maxLength: 40 }), query, async (rows, query) => {
      const found = await page.evaluate(
        async ({ rows, query, limit }) => {
          const { core, db } = window
          await db.caseFiles.clear()
          const asRow = (words: string[], i: number) => ({
            id: `c${i}`,
            version: 1,
            deleted: false,
            words,
            body: { id: `c${i}`, code: `C${i}` },
          })
          await db.caseFiles.bulkPut(rows.map(asRow) as never)
          return (await core.searchCaseFiles(db, query, limit)).map(({ caseFile }) => caseFile.id as string)
        },
        { rows, query, limit: LIMIT },
      )
      const all = rows.flatMap((words, i) => (matchesFolded(words.join(' '), query) ? [`c${i}`] : []))
      expect(found).toHaveLength(Math.min(all.length, LIMIT))
      expect(new Set(found).size).toBe(found.length)
      expect(found.filter((id) => !all.includes(id))).toEqual([])
    }),
    { numRuns: 80 },
  )
}, 60_000)
