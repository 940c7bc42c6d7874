import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

const BEAT_MS = 20_000
let server: TestServer
let device: TestDevice
let now: Instant

beforeEach(async () => {
  // Only what beats: sockets and the disk keep their own time.
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  now = TEST_AT
  server = await startTestServer({ now: () => now })
  device = await server.addDevice(await server.addWarehouse('A'))
})
afterEach(async () => {
  await server.close()
  vi.useRealTimers()
})

test('a stream where nothing happens beats, so that nobody on the way takes it for dead', async () => {
  const abort = new AbortController()
  const answer = await device.fetch('/api/sync/stream', { signal: abort.signal })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  expect((await reader.read()).value).toMatch(/^retry: \d+\n\nevent: head\n/)
  for (let beat = 1; beat <= 3; beat++) {
    vi.advanceTimersByTime(BEAT_MS)
    expect((await reader.read()).value).toBe(': still here\n\n')
  }
  abort.abort()
})

test('a device that only listens counts as heard from', async () => {
  const abort = new AbortController()
  const answer = await device.fetch('/api/sync/stream', { signal: abort.signal })
  const reader = answer.body!.getReader()
  await reader.read()
  now = instantFromMs(msFromInstant(TEST_AT) + 3 * BEAT_MS)
  vi.advanceTimersByTime(BEAT_MS)
  await reader.read()
  await expect
    .poll(() =>
      server.reader.all(
        server.reader.query.selectFrom('deviceContact').select(['deviceId', 'lastContactAt']),
      ),
    )
    .toEqual([{ deviceId: device.deviceId, lastContactAt: now }])
  abort.abort()
})

test('the stream of a revoked device ends at the next beat, and the next one is refused', async () => {
  const answer = await device.fetch('/api/sync/stream')
  const reader = answer.body!.getReader()
  await reader.read()
  await server.writer.write('revokeDevice', { deviceId: device.deviceId, at: now })
  vi.advanceTimersByTime(BEAT_MS)
  while (!(await reader.read()).done);
  expect((await device.fetch('/api/sync/stream')).status).toBe(403)
})
