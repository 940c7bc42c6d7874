import { afterEach, beforeEach, expect, test } from 'vitest'
import { ensureSetupCode } from '../../../sync-server/staff/ensure-setup-code.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const ADMIN = { name: 'Chị Hoa', userName: 'hoa', password: 'mật khẩu đủ dài' }
let server: TestServer

beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

function setUp(body: object): Promise<Response> {
  return fetch(`${server.url}/api/desk/setup`, { method: 'POST', body: JSON.stringify(body) })
}

test('the printed code makes the first administrator and signs them in', async () => {
  const code = await ensureSetupCode(server.writer)
  expect(await (await fetch(`${server.url}/api/desk/setup`)).json()).toEqual({ needed: true })
  const answer = await setUp({ code, ...ADMIN })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ me: { name: 'Chị Hoa', role: 'admin', warehouseId: null } })
  expect(answer.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Strict$/)
  expect(await (await fetch(`${server.url}/api/desk/setup`)).json()).toEqual({ needed: false })
})

test('the code works once, also for two at the same moment', async () => {
  const code = await ensureSetupCode(server.writer)
  const answers = await Promise.all([
    setUp({ code, ...ADMIN }),
    setUp({ code, ...ADMIN, userName: 'other' }),
    setUp({ code, ...ADMIN, userName: 'third' }),
  ])
  expect(answers.map(({ status }) => status).sort((a, b) => a - b)).toEqual([201, 404, 404])
})

test('with an administrator there is no code any more', async () => {
  await setUp({ code: await ensureSetupCode(server.writer), ...ADMIN })
  expect(await ensureSetupCode(server.writer)).toBeUndefined()
})

test('the code of an earlier start stops working', async () => {
  const old = await ensureSetupCode(server.writer)
  await ensureSetupCode(server.writer)
  expect((await setUp({ code: old, ...ADMIN })).status).toBe(404)
})

test('guessing is slowed down', async () => {
  await ensureSetupCode(server.writer)
  const statuses = []
  for (let i = 0; i < 12; i++) statuses.push((await setUp({ code: `guess-${i}`, ...ADMIN })).status)
  expect(statuses.slice(0, 9)).toEqual(Array(9).fill(404))
  expect(statuses.at(-1)).toBe(429)
})

test('each wrong field is named with a sentence in both languages', async () => {
  const code = await ensureSetupCode(server.writer)
  const answer = await setUp({ code, name: ' ', userName: 'Hoa Hoa', password: 'short' })
  expect(answer.status).toBe(400)
  const { error } = (await answer.json()) as {
    error: { kind: string; fields: { field: string; message: object }[] }
  }
  expect(error.kind).toBe('invalid')
  expect(error.fields.map(({ field }) => field)).toEqual(['name', 'userName', 'password'])
  for (const { message } of error.fields) {
    expect(message).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
  }
})
