import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFile } from '#shared/case-file/case-file'
import { openForReading } from '../../../sync-server/database/open-database.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let number = 0
const BA_DINH = { provinceCode: '01', communeCode: '00004' }
const NGOC_HA = { provinceCode: '01', communeCode: '00008' }
const CAO_BANG = { provinceCode: '04', communeCode: '01273' }

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  for (let i = 0; i < 7; i++) await add(BA_DINH, 'green', null)
  for (let i = 0; i < 6; i++) await add(NGOC_HA, 'green', null)
  for (let i = 0; i < 2; i++) await add(CAO_BANG, 'green', null)
  for (let i = 0; i < 5; i++) await add(BA_DINH, 'red', null)
  // Green once, and no longer.
  for (let i = 0; i < 6; i++) await add(NGOC_HA, 'green', '2026-01-01T00:00:00.000Z')
})
afterAll(() => server.close())

test('everyone sees by province how many wait for help, and nowhere fewer than five', async () => {
  const page = await read('/ban-do')
  expect(rows(page)).toEqual([
    ['Thành phố Hà Nội', '–', '–', '11'],
    // Two alone would be two households of Cao Bằng: they are counted with Hà Nội.
    ['Các tỉnh khác', '15', '–', '–'],
  ])
})

test('a province leads to its communes, and one that is merged to none', async () => {
  expect(rows(await read('/ban-do?tinh=01'))).toEqual([
    ['Phường Ngọc Hà', '–', '–', '6'],
    ['Phường Ba Đình', '–', '–', '5'],
  ])
  expect(await read('/ban-do?tinh=04')).toBe(await read('/ban-do'))
  expect(await read('/ban-do?tinh=%22%3E')).toBe(await read('/ban-do'))
})

test('counts are those of the cases, after every change of step, tick and place', () => {
  const sqlite = openForReading(server.folder)
  const counted = sqlite
    .prepare(
      `SELECT "provinceCode", "communeCode", "step", coalesce("tick", '') AS "tick", count(*) AS "cases"
       FROM "caseLife" WHERE "mergedInto" IS NULL GROUP BY 1, 2, 3, 4`,
    )
    .all()
  expect(sqlite.prepare(`SELECT * FROM "caseCount" WHERE "cases" <> 0`).all()).toEqual(counted)
  expect(counted.length).toBeGreaterThan(3)
  sqlite.close()
})

async function add(place: typeof BA_DINH, tick: CaseFile['tick'], tickUntil: string | null): Promise<void> {
  number++
  const id = `case-${number}`
  const body = { id, code: `HS-${number}`, category: 'elderly', ...place, householdSize: 1, needs: [] }
  const ticked = { ...body, tick, tickAt: '2025-12-01T00:00:00.000Z', tickUntil } as never
  const change = { collection: 'caseFiles', id, changedBy: 'desk', at: TEST_AT } as const
  // First red, as every case file begins.
  await server.writer.write('putDocument', {
    ...change,
    body: { ...(ticked as object), tick: 'red', tickUntil: null } as never,
  })
  await server.writer.write('putDocument', {
    ...change,
    body: { ...(ticked as object), tickAt: '2025-12-02T00:00:00.000Z' } as never,
  })
}

async function read(path: string): Promise<string> {
  const answer = await fetch(server.url + path, { headers: { 'accept-language': 'vi' } })
  expect(answer.status).toBe(200)
  return answer.text()
}

function rows(page: string): string[][] {
  return [...page.matchAll(/<tr>\s*<th scope="row">(.*?)<\/tr>/gs)].map(([, row]) =>
    row!
      .split(/<\/t[hd]>/)
      .map((cell) =>
        cell
          .replace(/<svg.*<\/svg>/s, '')
          .replace(/<[^>]*>/g, '')
          .trim(),
      )
      .filter(Boolean),
  )
}
