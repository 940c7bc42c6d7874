import { createServer, type IncomingMessage, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { DeviceListSchema } from '#shared/desk/desk-device-wire'
import { WarehouseRowSchema } from '#shared/desk/desk-warehouse-wire'
import { createDeskClient } from '../../../web/desk/desk-client.ts'
import { sentenceForField, sentenceForRefusal } from '../../../web/desk/desk-refusal.ts'

const SESSION = {
  me: { id: 'lan', name: 'Lan', role: 'admin', warehouseId: null },
  csrf: 'mark-1',
  expiresAt: '2026-11-22T02:00:00.000Z',
}
const WAREHOUSE = { id: 'w1', code: 'HN', name: 'Kho Hà Nội', shelfCount: 0, deviceCount: 0 }
const message = { vi: 'câu', en: 'sentence' }

interface Answer {
  readonly status: number
  readonly body: string
}
type Handler = (request: IncomingMessage) => Answer

const servers: Server[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A real HTTP server that answers as told, and a client that talks to it. */
async function connect(handle: Handler, signInAgain = async () => false) {
  const server = createServer((request, response) => {
    const { status, body } = handle(request)
    response.writeHead(status, { 'content-type': 'application/json' }).end(body)
  })
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return createDeskClient({ fetch: (path, init) => fetch(`${origin}${path}`, init), signInAgain })
}
const answer = (status: number, body: unknown): Answer => ({ status, body: JSON.stringify(body) })
const refuse = (status: number, kind: string, more = {}) =>
  answer(status, { error: { kind, message, ...more } })

test('a change carries the mark of the session, a read does not', async () => {
  const marks: unknown[] = []
  const client = await connect(({ headers, method }) => {
    marks.push([method, headers['x-kho-csrf']])
    return method === 'GET' ? answer(200, { devices: [] }) : answer(201, WAREHOUSE)
  })
  client.keepSession(SESSION as never)
  await client.get('/api/desk/devices', DeviceListSchema)
  await client.send('POST', '/api/desk/warehouses', {}, WarehouseRowSchema)
  expect(marks).toEqual([
    ['GET', undefined],
    ['POST', 'mark-1'],
  ])
})

test('a session that ran out is asked for again and the same request goes out once more', async () => {
  let signedIn = false
  const bodies: string[] = []
  const client = await connect(
    (request) => {
      bodies.push(request.url!)
      return signedIn ? answer(201, WAREHOUSE) : refuse(401, 'no-token')
    },
    async () => {
      signedIn = true
      return true
    },
  )
  const added = await client.send('POST', '/api/desk/warehouses', { code: 'HN' }, WarehouseRowSchema)
  expect(added.ok).toBe(true)
  expect(bodies).toHaveLength(2)
})

test('who would rather not sign in again is told so', async () => {
  const client = await connect(() => refuse(401, 'no-token'))
  const devices = await client.get('/api/desk/devices', DeviceListSchema)
  expect(devices).toEqual({ ok: false, error: { kind: 'signed-out' } })
})

test('a stale mark is fetched anew without asking anybody', async () => {
  const client = await connect(({ url, headers }) => {
    if (url === '/api/desk/session') return answer(200, SESSION)
    return headers['x-kho-csrf'] === 'mark-1' ? answer(201, WAREHOUSE) : refuse(403, 'no-csrf')
  })
  const added = await client.send('POST', '/api/desk/warehouses', {}, WarehouseRowSchema)
  expect(added.ok).toBe(true)
})

test('refused fields keep their sentences, and a list takes those of its entries', async () => {
  const fields = [{ field: 'needs.0.quantity', message }]
  const client = await connect(() => refuse(400, 'invalid', { fields }))
  const added = await client.send('POST', '/api/desk/case-files', {}, WarehouseRowSchema)
  expect(!added.ok && sentenceForField(added.error, 'needs')).toEqual(message)
  expect(!added.ok && sentenceForField(added.error, 'code')).toBeUndefined()
})

test('without a network the desk says that it needs one and that nothing typed is lost', async () => {
  const client = createDeskClient({
    fetch: () => Promise.reject(new TypeError('Failed to fetch')),
    signInAgain: async () => false,
  })
  const devices = await client.get('/api/desk/devices', DeviceListSchema)
  expect(devices).toEqual({ ok: false, error: { kind: 'offline' } })
  expect(!devices.ok && sentenceForRefusal(devices.error).vi).toMatch(/Bàn điều hành cần mạng/)
})

test('an answer of another shape, or no JSON at all, is not shown as data', async () => {
  const odd = await connect(() => answer(200, { devices: [{ id: 1 }] }))
  const page = await connect(() => ({ status: 502, body: '<h1>Bad gateway</h1>' }))
  for (const client of [odd, page]) {
    expect(await client.get('/api/desk/devices', DeviceListSchema)).toEqual({
      ok: false,
      error: { kind: 'unreadable' },
    })
  }
})
