import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Supervision } from '#shared/desk/desk-supervision-wire'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let auditor: DeskClient

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  auditor = await signInAs(server, 'auditor', {}, TEST_AT)
  await add('1', '00004', 'red', daysAgo(30))
  await add('2', '00004', 'red', daysAgo(3))
  await add('3', '00008', 'green', daysAgo(20))
  await add('4', '01273', 'green', daysAgo(1), '04')
})
afterAll(() => server.close())

test('the auditor sees by province how many wait in which step, since when, and how many for long', async () => {
  const { rows, provinceName } = await read('')
  expect(provinceName).toBeNull()
  expect(rows).toEqual([
    {
      code: '01',
      name: 'Thành phố Hà Nội',
      waits: [
        { step: 'published', cases: 1, oldestSince: daysAgo(20), long: 1 },
        { step: 'survey', cases: 2, oldestSince: daysAgo(30), long: 1 },
      ],
    },
    { code: '04', name: 'Cao Bằng', waits: [expect.objectContaining({ cases: 1, long: 0 })] },
  ])
})

test('a province opens its communes, those with the longest waits first', async () => {
  const { rows, provinceName } = await read('?province=01')
  expect(provinceName).toBe('Thành phố Hà Nội')
  expect(rows.map(({ name, waits }) => [name, waits.map(({ cases }) => cases)])).toEqual([
    ['Phường Ba Đình', [2]],
    ['Phường Ngọc Hà', [1]],
  ])
})

async function read(query: string): Promise<Supervision> {
  const { status, body } = await auditor.call<Supervision>('GET', `/supervision${query}`)
  expect(status).toBe(200)
  return body
}

function daysAgo(days: number): string {
  return new Date(Date.parse(TEST_AT) - days * 86_400_000).toISOString()
}

async function add(id: string, communeCode: string, tick: string, at: string, provinceCode = '01') {
  const place = { provinceCode, communeCode }
  const body = { id, code: `HS-${id}`, category: 'elderly', ...place, householdSize: 1, needs: [] }
  const caseFile = { ...body, tick, tickAt: at, tickUntil: null } as never
  await server.writer.write('putDocument', {
    collection: 'caseFiles',
    id,
    body: caseFile,
    changedBy: 'desk',
    at,
  })
}
