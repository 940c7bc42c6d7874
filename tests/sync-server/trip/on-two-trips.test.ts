import { afterAll, beforeAll, expect, test } from 'vitest'
import type { FindingPage } from '#shared/desk/desk-finding-wire'
import type { WarehouseId } from '#shared/location/location'
import type { LocalDate } from '#shared/time/time'
import { inOrder, type Trip, type TripId, type TripState } from '#shared/trip/trip'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let desk: DeskClient
let warehouseId: WarehouseId

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  warehouseId = await server.addWarehouse('HN')
  desk = await signInAs(server, 'coordinator', {}, TEST_AT)
})
afterAll(() => server.close())

async function putTrip(number: number, state: TripState, consignmentIds: readonly string[]) {
  const body = {
    id: `t${number}` as TripId,
    code: `CG-261121-${number}`,
    warehouseId,
    courierId: 'hoa',
    vehicle: '',
    plate: '',
    dayOn: '2026-11-21' as LocalDate,
    state,
    stops: inOrder(consignmentIds.map((id) => ({ consignmentId: id, caseFileId: 'f' }) as never)),
  } as Trip
  await server.writer.write('putDocument', {
    collection: 'trips',
    id: body.id,
    body,
    warehouseId,
    changedBy: 'test',
    at: TEST_AT,
  })
}

async function open(): Promise<FindingPage> {
  return (await desk.call<FindingPage>('GET', '/findings?kind=on-two-trips')).body
}

test('goods on two trips are a finding that names both, and closes when one of them has ended', async () => {
  await putTrip(1, 'on-the-way', ['5-1', '5-2'])
  await putTrip(2, 'planned', ['5-2', '5-3'])
  const { rows } = await open()
  expect(rows).toHaveLength(1)
  expect(rows[0]!.sentence.vi).toMatch(/5-2.*CG-261121-1, CG-261121-2/)
  expect(await server.writer.write('rebuild', { at: TEST_AT })).toMatchObject({ equal: true })

  await putTrip(1, 'ended', ['5-1', '5-2'])
  expect((await open()).total).toBe(0)
  await putTrip(1, 'on-the-way', ['5-1', '5-2'])
  expect((await open()).total).toBe(1)
  await putTrip(2, 'planned', ['5-3'])
  expect((await open()).total).toBe(0)
  expect(await server.writer.write('rebuild', { at: TEST_AT })).toMatchObject({ equal: true })
})
