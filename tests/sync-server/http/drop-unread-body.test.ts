import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { once } from 'node:events'
import type { Server } from 'node:http'
import { connect, type AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { AppEnv } from '../../../sync-server/http/app-env.ts'
import { dropUnreadBody } from '../../../sync-server/http/drop-unread-body.ts'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { startTestServer, type TestDevice, type TestServer } from '../../support/test-server.ts'

const MIB = 1_048_576
const PART = Buffer.alloc(MIB, ' ')

let server: TestServer
let device: TestDevice
let desk: DeskClient

beforeAll(async () => {
  server = await startTestServer()
  device = await server.addDevice(await server.addWarehouse('A'))
  desk = await signInAs(server, 'admin')
})
afterAll(() => server.close())

interface Sending {
  readonly path: string
  readonly headers: Readonly<Record<string, string>>
  readonly mebibytes: number
  readonly isChunked?: boolean
}

/** Sends to the last byte before it looks for an answer, as a slow line makes every sender do. */
async function send(port: number, { path, headers, mebibytes, isChunked = false }: Sending): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' })
  socket.pause()
  const length = isChunked ? 'transfer-encoding: chunked' : `content-length: ${mebibytes * MIB}`
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`)
  socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\nconnection: close\r\n${length}\r\n`)
  socket.write(`content-type: application/json\r\n${lines.join('')}\r\n`)
  for (let sent = 0; sent < mebibytes; sent++) {
    if (isChunked) socket.write(`${MIB.toString(16)}\r\n`)
    const isTaken = socket.write(PART)
    if (isChunked) socket.write('\r\n')
    if (!isTaken) await once(socket, 'drain')
  }
  if (isChunked) socket.write('0\r\n\r\n')
  return text(socket)
}

function readError(answer: string): unknown {
  const [head, body] = answer.split('\r\n\r\n')
  return { status: Number(head!.split(' ')[1]), ...(JSON.parse(body!) as object) }
}

test.each([false, true])('a push of 20 MiB is turned away in words (chunked: %s)', async (isChunked) => {
  const headers = { authorization: `Bearer ${device.token}` }
  const answer = await send(server.port, { path: '/api/sync/facts', headers, mebibytes: 20, isChunked })
  const message = { vi: expect.any(String), en: expect.any(String) }
  expect(readError(answer)).toMatchObject({ status: 413, error: { kind: 'too-large', message } })
})

test('so is what comes to the desk, to enrolment, or from nobody known', async () => {
  const staff = { cookie: desk.cookie, 'x-kho-csrf': desk.csrf }
  const sent = [
    { path: '/api/desk/warehouses', headers: staff, status: 413, kind: 'too-large' },
    { path: '/api/devices/enrol', headers: {}, status: 413, kind: 'too-large' },
    { path: '/api/sync/facts', headers: {}, status: 401, kind: 'no-token' },
  ]
  for (const { status, kind, ...sending } of sent) {
    const answer = await send(server.port, { ...sending, mebibytes: 20 })
    expect(readError(answer), sending.path).toMatchObject({ status, error: { kind } })
  }
})

/** Sends on without an end until it is answered, or cut off, or has sent that much for nothing. */
async function sendOn(port: number, path: string, mebibytesMax: number): Promise<string> {
  const socket = connect({ port, host: '127.0.0.1' })
  const answer: string[] = []
  socket.on('error', () => {}).on('data', (part) => answer.push(part.toString()))
  const closed = new Promise((resolve) => socket.once('close', resolve))
  const drained = () => new Promise((resolve) => socket.once('drain', resolve))
  socket.write(`POST ${path} HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n`)
  for (let sent = 0; sent < mebibytesMax && answer.length === 0 && socket.writable; sent++) {
    const isTaken = socket.write(`${MIB.toString(16)}\r\n${PART.toString()}\r\n`)
    if (!isTaken) await Promise.race([drained(), closed])
  }
  socket.destroy()
  return answer.join('')
}

test.each(['/can-giup', '/api/hooks/nobody'])(
  'a body without an end is not collected before it is turned away: %s',
  async (path) => {
    expect(await sendOn(server.port, path, 100)).toMatch(/^HTTP\/1.1 4\d\d /)
  },
)

test('the connection still serves after a body that was too large', async () => {
  const fetchFacts = () => device.fetch('/api/sync/facts', { method: 'POST', body: ' '.repeat(2 * MIB) })
  const answers = [await fetchFacts(), await fetchFacts()]
  expect(answers.map(({ status, headers }) => [status, headers.get('connection')])).toEqual([
    [413, 'keep-alive'],
    [413, 'keep-alive'],
  ])
})

test('who stalls, or sends without end, is answered and cut off', async () => {
  const app = new Hono<AppEnv>()
  app.use(dropUnreadBody({ bytesMax: 4 * MIB, timeoutMs: 50 }))
  app.post('/', (c) => c.text('no', 413))
  const small = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(small, 'listening')
  const { port } = small.address() as AddressInfo

  const stalled = connect({ port, host: '127.0.0.1' })
  stalled.write('POST / HTTP/1.1\r\nhost: localhost\r\ncontent-length: 1000\r\n\r\n12345')
  expect(await text(stalled)).toMatch(/^HTTP\/1.1 413 .*connection: close.*\r\n\r\nno$/is)

  const endless = connect({ port, host: '127.0.0.1' })
  endless.on('error', () => {}).resume()
  endless.write('POST / HTTP/1.1\r\nhost: localhost\r\ntransfer-encoding: chunked\r\n\r\n')
  const sendOn = (error?: Error | null) => {
    if (!error && endless.writable) endless.write(`${MIB.toString(16)}\r\n${PART.toString()}\r\n`, sendOn)
  }
  sendOn()
  await new Promise((resolve) => endless.once('close', resolve))
  small.close()
  await once(small, 'close')
})
