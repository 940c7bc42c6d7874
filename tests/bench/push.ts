import SqliteDatabase from 'better-sqlite3'
import { Agent, request } from 'node:http'
import { join } from 'node:path'
import type { WarehouseId } from '#shared/location/location'
import { makeTempFolder } from '../support/temp-folder.ts'
import { startTestServer, TEST_AT, type TestServer } from '../support/test-server.ts'
import type { Figure } from './figure.ts'
import {
  benchItemId,
  CASE_FILES,
  ITEMS,
  makeHistory,
  makePushBodies,
  SHELVES_PER_WAREHOUSE,
  type BenchMovement,
} from './push-history.ts'

const MOVEMENTS = 100_000
const DEVICES = 8
const FACTS_PER_PUSH = 100
const SHARE_MIN = 0.15

/** Movements a second that 8 devices can hand over, beside the same rows put bare into the same engine. */
export async function benchPush(movements = MOVEMENTS): Promise<Figure[]> {
  const server = await startTestServer({ requestsPerMinute: 1_000_000 })
  try {
    const devices = await makeDevices(server)
    const histories = devices.map((device, index) => makeHistory(device, movements / DEVICES, index + 1))
    const bodies = histories.map((history) => makePushBodies(history, FACTS_PER_PUSH))

    const reference = measureBareInserts(histories.flat())
    const startedMs = performance.now()
    await Promise.all(devices.map(({ token }, index) => pushAll(server.port, token, bodies[index]!)))
    const rate = movements / ((performance.now() - startedMs) / 1000)

    const { head } = (await (await fetch(`${server.url}/api/health`)).json()) as { head: number }
    if (head !== movements) throw new Error(`${head} of ${movements} arrived`)
    return [
      {
        name: `push of ${movements.toLocaleString('en')} movements by ${DEVICES} devices`,
        value: rate,
        unit: 'movements/s',
        reference: { name: 'bare inserts of the same rows', value: reference, unit: 'rows/s' },
        ratio: rate / reference,
        target: `≥ ${SHARE_MIN} × bare inserts`,
        met: rate / reference >= SHARE_MIN,
      },
    ]
  } finally {
    await server.close()
  }
}

async function makeDevices(server: TestServer) {
  const warehouseIds: WarehouseId[] = []
  for (const code of ['A', 'B']) warehouseIds.push(await server.addWarehouse(code))
  for (const warehouseId of warehouseIds) {
    for (let shelf = 1; shelf <= SHELVES_PER_WAREHOUSE; shelf++)
      await server.addShelf(warehouseId, `K${shelf}`)
  }
  for (let number = 0; number < CASE_FILES; number++) {
    const id = `case-${number}`
    const caseFile = {
      id,
      code: `HS${number}`,
      category: 'poor-household',
      provinceCode: '01',
      communeCode: '00004',
      householdSize: 4,
      needs: [],
      tick: 'green',
      tickAt: '2026-08-01T00:00:00.000Z',
      tickUntil: null,
    }
    const body = caseFile as never
    await server.writer.write('putDocument', {
      collection: 'caseFiles',
      id,
      body,
      changedBy: 'desk',
      at: TEST_AT,
    })
  }
  for (let number = 0; number < ITEMS; number++) {
    const id = benchItemId(number)
    const body = {
      id,
      name: `Mặt hàng ${number}`,
      category: 'food',
      baseUnit: 'piece',
      unit: 'gói',
      packs: [],
      dates: 'expiry',
    } as never
    await server.writer.write('putDocument', {
      collection: 'items',
      id,
      body,
      changedBy: 'desk',
      at: TEST_AT,
    })
  }
  const devices = []
  for (let number = 0; number < DEVICES; number++) {
    devices.push(await server.addDevice(warehouseIds[number % warehouseIds.length]!))
  }
  return devices
}

/** One push after the other, as a device does. */
async function pushAll(port: number, token: string, bodies: readonly string[]): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  for (const body of bodies) await push(agent, port, token, body)
  agent.destroy()
}

function push(agent: Agent, port: number, token: string, body: string): Promise<void> {
  const headers = {
    authorization: `Bearer ${token}`,
    'content-type': 'application/json',
    'content-length': Buffer.byteLength(body),
  }
  return new Promise((resolve, reject) => {
    const sent = request(
      { host: '127.0.0.1', port, path: '/api/sync/facts', method: 'POST', agent, headers },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8')
        answer.on('data', (part: string) => (text += part))
        answer.on('end', () => {
          if (answer.statusCode === 200 && !text.includes('"refused"')) resolve()
          else reject(new Error(`${answer.statusCode} ${text.slice(0, 500)}`))
        })
      },
    )
    sent.on('error', reject)
    sent.end(body)
  })
}

/** One plain row each, prepared, as many to a transaction as to a push, as safe on disk as ours. */
function measureBareInserts(history: readonly BenchMovement[]): number {
  const temp = makeTempFolder()
  const sqlite = new SqliteDatabase(join(temp.folder, 'bare.sqlite'))
  sqlite.pragma('journal_mode = WAL')
  sqlite.pragma('synchronous = FULL')
  sqlite.exec(
    'CREATE TABLE movement (seq INTEGER PRIMARY KEY, id TEXT, kind TEXT, warehouseId TEXT, occurredAt TEXT, body TEXT)',
  )
  const insert = sqlite.prepare(
    'INSERT INTO movement (id, kind, warehouseId, occurredAt, body) VALUES (?, ?, ?, ?, ?)',
  )
  const rows = history.map((movement) => [
    movement.id,
    movement.kind,
    movement.warehouseId,
    movement.occurredAt,
    JSON.stringify(movement),
  ])
  const insertAll = sqlite.transaction((part: typeof rows) => {
    for (const row of part) insert.run(...row)
  })
  const startedMs = performance.now()
  for (let start = 0; start < rows.length; start += FACTS_PER_PUSH) {
    insertAll.immediate(rows.slice(start, start + FACTS_PER_PUSH))
  }
  const rate = rows.length / ((performance.now() - startedMs) / 1000)
  sqlite.close()
  temp.remove()
  return rate
}
