import { afterAll, beforeAll, expect, test } from 'vitest'
import { CALLER_KINDS, callersOf, POLICY, type CallerKind } from '../../../sync-server/access/policy.ts'
import { createApp } from '../../../sync-server/app.ts'
import { signInAs } from '../../support/desk-client.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let headersByCaller: Record<CallerKind, Record<string, string>>

beforeAll(async () => {
  server = await startTestServer()
  const warehouseId = await server.addWarehouse('HN')
  const device = await server.addDevice(warehouseId)
  const revoked = await server.addDevice(warehouseId, 'Máy mất')
  await server.writer.write('revokeDevice', {
    deviceId: revoked.deviceId,
    at: '2026-11-21T03:00:00.000Z' as never,
  })
  const staff = async (role: 'keeper' | 'courier' | 'verifier' | 'coordinator' | 'auditor' | 'admin') => {
    const { cookie, csrf } = await signInAs(server, role)
    return { cookie, 'x-kho-csrf': csrf }
  }
  headersByCaller = {
    anonymous: {},
    device: { authorization: `Bearer ${device.token}` },
    'revoked-device': { authorization: `Bearer ${revoked.token}` },
    keeper: await staff('keeper'),
    courier: await staff('courier'),
    verifier: await staff('verifier'),
    coordinator: await staff('coordinator'),
    auditor: await staff('auditor'),
    admin: await staff('admin'),
  }
})
afterAll(() => server.close())

/** The routes as Hono knows them, without the middleware that stands before all. */
function registeredRoutes(): string[] {
  const app = createApp({} as Parameters<typeof createApp>[0])
  const routes = app.routes.filter(({ method }) => method !== 'ALL')
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))]
}

test('the table names every registered route, and no other', () => {
  expect(Object.keys(POLICY).sort()).toEqual(registeredRoutes().sort())
})

test('each kind of caller reaches the routes of the table and is turned away from all others', async () => {
  const wrong: string[] = []
  for (const [route, allowed] of Object.entries<readonly CallerKind[]>(POLICY)) {
    const [method, pattern] = route.split(' ') as [string, string]
    if (pattern.endsWith('/stream')) continue
    for (const caller of CALLER_KINDS) {
      // Ending the session would sign the caller out of the rest of the table.
      if (route === 'DELETE /api/desk/session' && allowed.includes(caller)) continue
      const path = pattern.replace(/:\w+/g, 'x').replace('*', '')
      const answer = await fetch(server.url + path, {
        method,
        redirect: 'manual',
        headers: { 'content-type': 'application/json', ...headersByCaller[caller] },
        ...(method !== 'GET' && { body: '{' }),
      })
      await answer.body?.cancel()
      const turnedAway = answer.status === 401 || answer.status === 403
      if (turnedAway === allowed.includes(caller)) wrong.push(`${caller}: ${route} answered ${answer.status}`)
      if (caller === 'anonymous' && turnedAway && answer.status !== 401) wrong.push(`${route}: not 401`)
    }
  }
  expect(wrong).toEqual([])
})

test('a device reads its stream and nobody else does', async () => {
  for (const caller of CALLER_KINDS) {
    const abort = new AbortController()
    const answer = await fetch(`${server.url}/api/sync/stream`, {
      headers: headersByCaller[caller],
      signal: abort.signal,
    })
    expect([caller, answer.status === 200]).toEqual([caller, caller === 'device'])
    abort.abort()
  }
})

test('what the table does not know cannot be reached, by any method', async () => {
  for (const route of ['GET /api/desk/secrets', 'PUT /api/desk/secrets', 'GET /api/desk/', 'GET /api']) {
    const [method, path] = route.split(' ') as [string, string]
    const answer = await fetch(server.url + path, { method, headers: headersByCaller.admin })
    expect([route, answer.status]).toEqual([route, 404])
  }
})

test('a known path asked by another method says which it takes, and a visitor is shown the way on', async () => {
  const ask = async (method: string, path: string, accept = '*/*') => {
    const { status, headers } = await fetch(server.url + path, { method, headers: { accept } })
    return [status, headers.get('allow')]
  }
  expect(await ask('POST', '/')).toEqual([405, 'GET, HEAD'])
  expect(await ask('PUT', '/api/sync/facts')).toEqual([405, 'POST'])
  expect(await ask('OPTIONS', '/can-giup')).toEqual([405, 'GET, HEAD, POST'])
  expect(await ask('GET', '/truong-hop/x/tim', 'text/html')).toEqual([404, null])
})

test('an encoded or doubled slash does not slip past the table', async () => {
  expect(callersOf('GET', '/api/desk/case-files/a/b')).toBeUndefined()
  expect(callersOf('GET', '/api//desk/staff')).toBeUndefined()
  for (const path of ['/api/desk/%73taff', '/api/desk/staff/', '//api/desk/staff', '/api/desk/./staff']) {
    const answer = await fetch(server.url + path)
    expect([path, answer.status >= 400]).toEqual([path, true])
  }
})

test('HEAD asks for no more than GET may see', async () => {
  const answer = await fetch(`${server.url}/api/desk/staff`, { method: 'HEAD' })
  expect(answer.status).toBe(401)
})
