import type { DeviceId } from '#shared/device/device'
import type { Location, LocationId, WarehouseId } from '#shared/location/location'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import type { PushAnswer } from '#shared/sync/wire'
import { instantFromMs, type Instant } from '#shared/time/time'
import { createSecret, hashSecret } from '../../sync-server/access/secret.ts'
import { startServer, type RunningServer, type ServerOptions } from '../../sync-server/main.ts'
import { makeTempFolder } from './temp-folder.ts'

export interface TestDevice {
  readonly deviceId: DeviceId
  readonly warehouseId: WarehouseId
  readonly token: string
  /** Any request as this device. */
  fetch(path: string, init?: RequestInit): Promise<Response>
  /** Facts handed over; throws when the request itself is refused. */
  push(facts: readonly unknown[], headers?: Readonly<Record<string, string>>): Promise<PushAnswer>
}

export interface TestServer extends RunningServer {
  readonly folder: string
  addWarehouse(code: string): Promise<WarehouseId>
  addShelf(warehouseId: WarehouseId, code: string): Promise<LocationId>
  addDevice(warehouseId: WarehouseId, name?: string): Promise<TestDevice>
}

export const TEST_AT = '2026-11-21T02:00:00.000Z' as Instant

/** A real server on a free port over a database of its own; `close` removes it. */
export async function startTestServer(options: Partial<ServerOptions> = {}): Promise<TestServer> {
  const temp = makeTempFolder()
  const server = await startServer({ port: 0, host: '127.0.0.1', dataFolder: temp.folder, ...options })
  const { writer, url } = server
  return {
    ...server,
    folder: temp.folder,
    async close() {
      await server.close()
      temp.remove()
    },
    async addWarehouse(code) {
      const added = await writer.write('addWarehouse', { code, name: `Kho ${code}`, at: TEST_AT })
      if (!added.ok) throw new Error(added.error.kind)
      return added.value.id
    },
    async addShelf(warehouseId, code) {
      const shelf = { warehouseId, code, name: `Kệ ${code}`, changedBy: 'test', at: TEST_AT }
      const added = await writer.write('addShelf', shelf)
      if (!added.ok) throw new Error(added.error.kind)
      return (added.value satisfies Location).id
    },
    async addDevice(warehouseId, name = 'Máy thử') {
      const code = createSecret()
      const token = createSecret()
      const deviceId = `device-${createSecret().slice(0, 12)}` as DeviceId
      await writer.write('addEnrolCode', {
        codeHash: hashSecret(code),
        warehouseId,
        createdBy: null,
        at: TEST_AT,
        expiresAt: instantFromMs(Date.parse(TEST_AT) + 600_000),
      })
      const enrolled = await writer.write('enrolDevice', {
        codeHash: hashSecret(code),
        deviceId,
        name,
        tokenHash: hashSecret(token),
        at: TEST_AT,
      })
      if (!enrolled.ok) throw new Error(enrolled.error.kind)
      return createTestDevice({ url, deviceId, warehouseId, token })
    },
  }
}

/** A device as the server sees it: a token and requests. */
export function createTestDevice({
  url,
  deviceId,
  warehouseId,
  token,
}: Pick<TestDevice, 'deviceId' | 'warehouseId' | 'token'> & { readonly url: string }): TestDevice {
  const headers = { authorization: `Bearer ${token}`, 'x-kho-protocol': String(PROTOCOL_VERSION) }
  const device: TestDevice = {
    deviceId,
    warehouseId,
    token,
    fetch: (path, init) => fetch(url + path, { ...init, headers: withHeaders(headers, init?.headers) }),
    async push(facts, extra) {
      const answer = await device.fetch('/api/sync/facts', {
        method: 'POST',
        headers: { 'content-type': 'application/json', ...extra },
        body: JSON.stringify({ protocol: PROTOCOL_VERSION, unsent: facts.length, facts }),
      })
      if (answer.status !== 200) throw new Error(`${answer.status} ${await answer.text()}`)
      return (await answer.json()) as PushAnswer
    },
  }
  return device
}

function withHeaders(headers: Readonly<Record<string, string>>, extra: HeadersInit | undefined): Headers {
  const all = new Headers(headers)
  new Headers(extra).forEach((value, name) => all.set(name, value))
  return all
}
