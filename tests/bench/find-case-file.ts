import { randomBytes } from 'node:crypto'
import type { CaseFile } from '#shared/case-file/case-file'
import { CASE_CATEGORIES } from '#shared/case-file/case-file'
import { caseFileRow } from '../../web/case-file/case-file-row.ts'
import { startFaultProxy } from '../support/fault-proxy.ts'
import { openPersistentBrowser } from '../support/persistent-browser.ts'
import { openTablet } from '../support/tablet.ts'
import { buildWebPage } from '../support/web-page.ts'
import type { Figure } from './figure.ts'

const CPU_SLOWDOWN = 4
const CASE_FILES = 3_000
/** As on the screen. */
const SHOWN = 30
const COMMUNES = ['Ba Đình', 'Hoàn Kiếm', 'Tây Hồ', 'Cầu Giấy', 'Đống Đa', 'Thanh Xuân', 'Hà Đông', 'Sơn Tây']
const QUERIES = ['ba dinh', 'HS-02', 'nguoi cao tuoi', 'h', 'ho ngheo cau giay', 'thanh']
const ROUNDS = 10
const CHECKS = 5

/** On a slow tablet: a case file looked for among thousands, and whether a card's household was helped lately. */
export async function benchFindCaseFile(): Promise<Figure[]> {
  const proxy = await startFaultProxy(
    await buildWebPage('tests/support/tablet-page.ts'),
    'http://127.0.0.1:9',
  )
  const browser = await openPersistentBrowser()
  const device = { deviceId: 'd1', warehouseId: 'w1', token: 'secret' } as never
  const page = await openTablet(browser.context, { url: proxy.url, device })
  await page.evaluate(
    async ({ rows, marks }) => {
      await window.db.caseFiles.bulkPut(rows)
      await window.db.marks.bulkPut(marks as never)
    },
    {
      rows: Array.from({ length: CASE_FILES }, (_, i) => row(i)),
      marks: Array.from({ length: CASE_FILES }, (_, i) => mark(i)),
    },
  )
  const devtools = await browser.context.newCDPSession(page)
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN })
  const { searches, checks } = await page.evaluate(
    async ({ queries, rounds, shown, checkCount, keys }) => {
      const { core, db } = window
      const searches: number[] = []
      for (let round = 0; round <= rounds; round++) {
        for (const query of queries) {
          const start = performance.now()
          const found = await core.searchCaseFiles(db, query, shown)
          if (found.length === 0) throw new Error(`nothing found for ${query}`)
          // The first round only warms the disk.
          if (round > 0) searches.push(performance.now() - start)
        }
      }
      const checks: number[] = []
      for (let n = 0; n <= checkCount; n++) {
        const start = performance.now()
        const id = await core.markOf(keys, 'id', `0010410${String(10_000 + n)}`)
        await db.marks.get(id!)
        await core.readHouseholdHelp(db, `case-${n}`)
        if (n > 0) checks.push(performance.now() - start)
      }
      return { searches, checks }
    },
    {
      queries: QUERIES,
      rounds: ROUNDS,
      shown: SHOWN,
      checkCount: CHECKS,
      keys: {
        markKey: randomBytes(32).toString('base64url'),
        markSalt: randomBytes(16).toString('base64url'),
      },
    },
  )
  await browser.close()
  await proxy.close()
  return [
    figure(
      `a search among ${CASE_FILES.toLocaleString('en')} case files, p95 of ${searches.length}`,
      searches,
      50,
    ),
    figure(`whether the household of a card was helped lately, slowest of ${checks.length}`, checks, 1_500),
  ]
}

function figure(name: string, times: readonly number[], targetMs: number): Figure {
  const value = times.toSorted((a, b) => a - b)[Math.ceil(times.length * 0.95) - 1]!
  return { name, value, unit: 'ms', target: `≤ ${targetMs} ms`, met: value <= targetMs }
}

function row(number: number) {
  // Every category in every commune.
  const commune = Math.floor(number / CASE_CATEGORIES.length) % COMMUNES.length
  const body = {
    id: `case-${number}`,
    code: `HS-${String(number).padStart(5, '0')}`,
    category: CASE_CATEGORIES[number % CASE_CATEGORIES.length],
    provinceCode: '01',
    communeCode: String(commune),
    householdSize: 1 + (number % 9),
    needs: [{ category: 'food', quantity: 10, unit: 'gói' }],
    tick: 'green',
    tickAt: '2026-11-21T02:00:00.000Z',
    tickUntil: null,
  } as unknown as CaseFile
  const names = {
    '01': 'Thành phố Hà Nội',
    [body.communeCode]: `Phường ${COMMUNES[commune]}`,
  }
  return caseFileRow({ id: body.id, version: number + 1, deleted: false, body }, names)
}

function mark(number: number) {
  const id = randomBytes(16).toString('base64url')
  const helped = [{ caseFileId: `case-${number}`, group: 'food', on: '2026-11-12' }]
  const body = { id, kind: 'id', caseFileIds: [`case-${number}`], helped }
  return { id, version: number + 1, deleted: false, body }
}
