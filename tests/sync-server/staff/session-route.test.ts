import { afterEach, beforeEach, expect, test } from 'vitest'
import type { StaffId } from '#shared/staff/staff'
import { HOUR_MS } from '#shared/time/time'
import { hashPassword } from '../../../sync-server/staff/password.ts'
import { signInAs } from '../../support/desk-client.ts'
import { createTestClock, type TestClock } from '../../support/test-clock.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const PASSWORD = 'mật khẩu đủ dài'
let clock: TestClock
let server: TestServer

beforeEach(async () => {
  clock = createTestClock()
  server = await startTestServer({ now: clock.now })
  await addAccount('lan', 'coordinator')
})
afterEach(() => server.close())

async function addAccount(userName: string, role: 'coordinator' | 'keeper') {
  const warehouseId = role === 'keeper' ? await server.addWarehouse('HN') : null
  const added = await server.writer.write('addStaff', {
    staff: {
      id: `staff-${userName}` as StaffId,
      name: 'Chị Lan',
      role,
      warehouseId,
      userName,
      passwordHash: await hashPassword(PASSWORD),
      pinHash: 'none',
      keyBox: null,
      active: 1,
      createdAt: clock.now(),
    },
    changedBy: 'test',
  })
  expect(added.ok).toBe(true)
}

function signIn(userName: string, password: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${server.url}/api/desk/session`, {
    method: 'POST',
    headers,
    body: JSON.stringify({ userName, password }),
  })
}

async function session(answer: Response) {
  const cookie = answer.headers.get('set-cookie')!.split(';')[0]!
  const { csrf } = (await answer.json()) as { csrf: string }
  return { cookie, 'x-kho-csrf': csrf }
}

test('who keeps working stays signed in: the cookie lasts as long as the session', async () => {
  const headers = await session(await signIn('lan', PASSWORD))
  const ask = () => fetch(`${server.url}/api/desk/session`, { headers })
  expect((await ask()).headers.get('set-cookie')).toBeNull()
  clock.pass(6 * HOUR_MS)
  const renewed = (await ask()).headers.get('set-cookie')
  expect(renewed).toContain(headers.cookie)
  expect(renewed).toContain('Max-Age=43200')
})

test('the right password opens a session that answers who I am', async () => {
  const answer = await signIn(' LAN ', PASSWORD)
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  const headers = await session(answer)
  const me = await fetch(`${server.url}/api/desk/session`, { headers })
  expect(await me.json()).toMatchObject({
    me: { id: 'staff-lan', role: 'coordinator' },
    csrf: headers['x-kho-csrf'],
  })
})

test('the cookie is out of reach of scripts and other sites, and of plain HTTP when HTTPS is used', async () => {
  expect((await signIn('lan', PASSWORD)).headers.get('set-cookie')).toMatch(
    /Path=\/api\/desk; HttpOnly; SameSite=Strict$/,
  )
  const secure = await signIn('lan', PASSWORD, { 'x-forwarded-proto': 'https' })
  expect(secure.headers.get('set-cookie')).toMatch(/Secure/)
})

test('the database holds no session id, no password and no user name of a failed attempt', async () => {
  const { cookie } = await session(await signIn('lan', PASSWORD))
  await signIn('mat-khau-go-nham', PASSWORD)
  const { reader } = server
  const sessions = reader.all(reader.query.selectFrom('session').selectAll())
  const failures = reader.all(reader.query.selectFrom('signInFailure').selectAll())
  expect(sessions).toHaveLength(1)
  expect(JSON.stringify(sessions)).not.toContain(cookie.split('=')[1])
  expect(JSON.stringify(failures)).not.toContain('mat-khau-go-nham')
})

test('a wrong name and a wrong password are answered alike', async () => {
  const [name, password] = [await signIn('nobody', PASSWORD), await signIn('lan', 'wrong')]
  expect([name.status, password.status]).toEqual([401, 401])
  expect(await name.json()).toEqual(await password.json())
})

test('after five failures the name is locked for a minute, then twice as long, and says how long', async () => {
  for (let i = 0; i < 5; i++) expect((await signIn('lan', 'wrong')).status).toBe(401)
  const locked = await signIn('lan', PASSWORD)
  expect([locked.status, locked.headers.get('retry-after')]).toEqual([429, '60'])
  expect(await locked.json()).toMatchObject({
    error: { kind: 'too-many-requests', message: { vi: /60 giây/, en: /60 seconds/ } as never },
  })

  clock.pass(60_000)
  expect((await signIn('lan', 'wrong')).status).toBe(401)
  expect((await signIn('lan', PASSWORD)).headers.get('retry-after')).toBe('120')
  clock.pass(120_000)
  expect((await signIn('lan', PASSWORD)).status).toBe(200)
  expect((await signIn('lan', 'wrong')).status).toBe(401)
})

test('many guesses at the same moment are not all tried', async () => {
  const answers = await Promise.all(Array.from({ length: 12 }, () => signIn('lan', 'wrong')))
  expect(answers.filter(({ status }) => status === 401)).toHaveLength(5)
  expect(answers.filter(({ status }) => status === 429)).toHaveLength(7)
})

test('an address that tries many names is locked too', async () => {
  const statuses = []
  for (let i = 0; i < 21; i++) statuses.push((await signIn(`name-${i}`, 'wrong')).status)
  expect(statuses.slice(0, 20)).toEqual(Array(20).fill(401))
  expect(statuses[20]).toBe(429)
})

test('a change without the token of the session is turned away', async () => {
  const { cookie, ...csrf } = await session(await signIn('lan', PASSWORD))
  const handle = (headers: Record<string, string>) =>
    fetch(`${server.url}/api/desk/findings/handle`, { method: 'POST', headers, body: '{}' })
  expect((await handle({ cookie })).status).toBe(403)
  expect(await (await handle({ cookie, 'x-kho-csrf': 'guess' })).json()).toMatchObject({
    error: { kind: 'no-csrf' },
  })
  expect((await handle({ cookie, ...csrf })).status).toBe(400)
})

test("another site's page cannot sign anybody in", async () => {
  expect((await signIn('lan', PASSWORD, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
})

test('a session ends after twelve hours without a request, and each request prolongs it', async () => {
  const headers = await session(await signIn('lan', PASSWORD))
  const me = () => fetch(`${server.url}/api/desk/session`, { headers })
  clock.pass(11 * HOUR_MS)
  expect((await me()).status).toBe(200)
  clock.pass(11 * HOUR_MS)
  expect((await me()).status).toBe(200)
  clock.pass(12 * HOUR_MS)
  expect((await me()).status).toBe(401)
})

test('signing out ends the session on the server, not only in the browser', async () => {
  const headers = await session(await signIn('lan', PASSWORD))
  const out = await fetch(`${server.url}/api/desk/session`, { method: 'DELETE', headers })
  expect(out.headers.get('set-cookie')).toMatch(/Max-Age=0/)
  expect((await fetch(`${server.url}/api/desk/session`, { headers })).status).toBe(401)
})

test('a keeper has no desk, whatever the password', async () => {
  await addAccount('tuan', 'keeper')
  const answer = await signIn('tuan', PASSWORD)
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([403, null])
})

test('who is changed to another role or leaves is signed out at once', async () => {
  const admin = await signInAs(server, 'admin', {}, clock.now())
  const headers = await session(await signIn('lan', PASSWORD))
  expect((await admin.call('PATCH', '/staff/staff-lan', { role: 'auditor' })).status).toBe(200)
  expect((await fetch(`${server.url}/api/desk/session`, { headers })).status).toBe(401)
  const again = await session(await signIn('lan', PASSWORD))
  await admin.call('PATCH', '/staff/staff-lan', { active: false })
  expect((await fetch(`${server.url}/api/desk/session`, { headers: again })).status).toBe(401)
  expect((await signIn('lan', PASSWORD)).status).toBe(401)
})
