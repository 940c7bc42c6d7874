import * as v from 'valibot'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CaseFileAnswerSchema, CaseFilePageSchema, TickListSchema } from '#shared/desk/desk-case-file-wire'
import { DeviceListSchema, DeviceRowSchema, EnrolCodeSchema } from '#shared/desk/desk-device-wire'
import { FindingPageSchema, FindingRowSchema } from '#shared/desk/desk-finding-wire'
import { BadLinesSchema, ImportAnswerSchema, WrongColumnsSchema } from '#shared/desk/desk-import-wire'
import { ItemPageSchema, ItemRowSchema } from '#shared/desk/desk-item-wire'
import { TickDaysSchema } from '#shared/desk/desk-setting-wire'
import {
  ExpiringListSchema,
  RequestAnswerSchema,
  RequestPageSchema,
  RequestReceiptSchema,
} from '#shared/desk/desk-request-wire'
import { helpRequest } from '../../support/help-request.ts'
import { RefusedPageSchema } from '#shared/desk/desk-refused-wire'
import { SessionAnswerSchema, SetupStateSchema } from '#shared/desk/desk-session-wire'
import { StaffListSchema, StaffRowSchema } from '#shared/desk/desk-staff-wire'
import {
  ShelfListSchema,
  ShelfRowSchema,
  WarehouseListSchema,
  WarehouseRowSchema,
} from '#shared/desk/desk-warehouse-wire'
import { InvalidAnswerSchema } from '#shared/desk/desk-wire'
import { CommuneListSchema, PlacesSchema, ProvinceListSchema } from '#shared/place/place-wire'
import { ErrorAnswerSchema } from '#shared/sync/wire'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let desk: DeskClient

beforeAll(async () => {
  server = await startTestServer()
  desk = await signInAs(server, 'admin')
})
afterAll(() => server.close())

/** The answer of a route, read strictly by the shape the screens rely on: nothing more, nothing less. */
async function answer<Schema extends v.GenericSchema>(
  schema: Schema,
  [method, path, body]: readonly [string, string, unknown?],
): Promise<v.InferOutput<Schema>> {
  const { body: given } = await desk.call<unknown>(method, path, body)
  const read = v.safeParse(schema, given)
  if (!read.success) throw new Error(`${method} ${path}: ${JSON.stringify(v.flatten(read.issues))}`)
  expect(given).toEqual(read.output)
  return read.output
}

test('every answer of the desk has the shape that the screens rely on', async () => {
  await answer(SetupStateSchema, ['GET', '/setup'])
  await answer(SessionAnswerSchema, ['GET', '/session'])
  const warehouse = await answer(WarehouseRowSchema, ['POST', '/warehouses', { code: 'HN', name: 'Kho' }])
  await answer(WarehouseListSchema, ['GET', '/warehouses'])
  const shelf = await answer(ShelfRowSchema, ['POST', '/shelves', { warehouseId: warehouse.id, code: 'A-1' }])
  await answer(ShelfListSchema, ['GET', '/shelves'])

  const keeper = { name: 'Lan', role: 'keeper', warehouseId: warehouse.id, pin: '482913' }
  const { id } = await answer(StaffRowSchema, ['POST', '/staff', keeper])
  await answer(StaffRowSchema, ['PATCH', `/staff/${id}`, { name: 'Chị Lan' }])
  await answer(StaffListSchema, ['GET', '/staff'])

  await answer(EnrolCodeSchema, ['POST', '/devices/enrol-codes', { warehouseId: warehouse.id }])
  const device = await server.addDevice(warehouse.id)
  const facts = createFactMaker(device)
  await device.push([facts.movement({ kind: 'dispatch', lines: [{ fromId: shelf.id, toId: 'transit:c1' }] })])
  await device.push([facts.intake(shelf.id, 0)])
  await answer(DeviceListSchema, ['GET', '/devices'])
  await answer(RefusedPageSchema, ['GET', '/refused'])
  await answer(DeviceRowSchema, ['POST', `/devices/${device.deviceId}/revoke`])

  const { item, version } = await answer(ItemRowSchema, [
    'POST',
    '/items',
    { name: 'Chăn', category: 'bedding' },
  ])
  await answer(ItemRowSchema, ['PATCH', `/items/${item.id}`, { version, unit: 'chiếc' }])
  await answer(ItemRowSchema, ['GET', `/items/${item.id}`])
  await answer(ItemPageSchema, ['GET', '/items'])

  const place = { provinceCode: '01', communeCode: '00004' }
  const added = { code: 'HS-1', category: 'children', ...place, householdSize: 2, needs: [] }
  const { caseFile } = await answer(CaseFileAnswerSchema, ['POST', '/case-files', added])
  await answer(CaseFileAnswerSchema, [
    'POST',
    `/case-files/${caseFile.id}/tick`,
    { tick: 'green', reason: 'UBND xã' },
  ])
  await answer(TickListSchema, ['GET', `/case-files/${caseFile.id}/ticks`])
  await answer(CaseFileAnswerSchema, ['GET', `/case-files/${caseFile.id}`])
  await answer(CaseFilePageSchema, ['GET', '/case-files'])

  const receipt = await answer(RequestReceiptSchema, ['POST', '/requests', helpRequest()])
  const request = `/requests/${receipt.caseFileId}`
  await answer(RequestPageSchema, ['GET', '/requests?place=01&waiting=0&mine=1'])
  await answer(RequestAnswerSchema, ['GET', request])
  await answer(RequestAnswerSchema, ['POST', `${request}/pre-check`])
  await answer(RequestAnswerSchema, ['POST', `${request}/assign`, { staffId: desk.me.id }])
  await answer(RequestAnswerSchema, ['POST', `${request}/merge`, { intoId: caseFile.id }])
  await answer(RequestAnswerSchema, ['POST', `/requests/${caseFile.id}/refuse`, { reason: 'withdrawn' }])
  await answer(ExpiringListSchema, ['GET', '/case-files/expiring'])
  await answer(TickDaysSchema, ['GET', '/rules/ticks'])

  const findings = await answer(FindingPageSchema, ['GET', '/findings'])
  await answer(FindingRowSchema, ['POST', '/findings/handle', { key: findings.rows[0]!.key, note: 'xong' }])

  await answer(ImportAnswerSchema, ['POST', '/imports/items', { text: 'gtin,name\n', commit: true }])
})

test('every refusal of the desk has the shape that the screens rely on', async () => {
  await answer(InvalidAnswerSchema, ['POST', '/warehouses', {}])
  await answer(ErrorAnswerSchema, ['GET', '/items/nothing'])
  await answer(v.object({ error: WrongColumnsSchema }), [
    'POST',
    '/imports/items',
    { text: 'a,b', commit: true },
  ])
  const bad = { text: 'gtin,name\n1,a\n', commit: true }
  await answer(v.object({ error: BadLinesSchema }), ['POST', '/imports/items', bad])
})

test('the places have the shape that screens and tablets rely on', async () => {
  const get = async (path: string): Promise<unknown> =>
    (await fetch(`${server.url}/api/places/${path}`)).json()
  expect(v.is(ProvinceListSchema, await get('provinces'))).toBe(true)
  expect(v.is(CommuneListSchema, await get('communes?province=01'))).toBe(true)
  expect(v.is(PlacesSchema, await get('all'))).toBe(true)
})

test('what is no JSON, no object or too much is refused in words', async () => {
  for (const [body, status] of [
    ['{', 400],
    ['[]', 400],
    ['"text"', 400],
    ['', 400],
    [`{"code":"${'x'.repeat(300_000)}"}`, 413],
  ] as const) {
    const refused = await fetch(`${server.url}/api/desk/warehouses`, {
      method: 'POST',
      headers: { cookie: desk.cookie, 'x-kho-csrf': desk.csrf },
      body,
    })
    expect([body.slice(0, 10), refused.status]).toEqual([body.slice(0, 10), status])
    expect(v.is(ErrorAnswerSchema, await refused.json())).toBe(true)
  }
})
