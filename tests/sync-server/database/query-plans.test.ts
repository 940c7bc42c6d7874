import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { FindingPage } from '#shared/desk/desk-finding-wire'
import type { TripAnswer } from '#shared/desk/desk-trip-wire'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import { POLICY } from '../../../sync-server/access/policy.ts'
import { helpRequest } from '../../support/help-request.ts'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { handIn, makePart } from '../../support/part-hands.ts'
import { JPEG } from '../../support/pictures.ts'
import { publish } from '../../support/published-case.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'
import { addCourier, dispatchTo } from '../../support/trip-world.ts'

/** The log grows for ever: whoever waits for an answer must not wait for a walk through it. */
const GROWING = [
  'fact',
  'caseFileFact',
  'movementVisible',
  'document',
  'documentHistory',
  'caseFileTick',
  'household',
  'householdMark',
  'personRead',
  'stockPlace',
  'stockQuantity',
  'finding',
  'refusedFact',
  'caseFileHelped',
  'part',
  'caseLife',
  'caseEvent',
  'message',
  'pushSubscription',
  'publication',
  'interestVisit',
  'interestDay',
  'interestTotal',
]
/** Steps that walk a whole table or index and yet end at the first row they meet. */
const STOPS_AT_FIRST = [/select "receivedAt" from "fact" order by "seq" desc limit \?/]

const COURIER = { id: 'hoa', name: 'Lê Thị Hoa', pin: '730518' }
const temp = makeTempFolder()
let server: TestServer
let device: TestDevice
let desk: DeskClient
beforeAll(async () => {
  mkdirSync(join(temp.folder, 'assets'))
  writeFileSync(join(temp.folder, 'index.html'), '<!doctype html><title>Kho 4Đ</title>')
  server = await startTestServer({
    distFolder: temp.folder,
    now: () => TEST_AT,
    publicUrl: 'https://kho.vn',
    messageGateway: { url: 'http://127.0.0.1:9/', secret: 'x'.repeat(20) },
  })
  const warehouseId = await server.addWarehouse('A')
  device = await server.addDevice(warehouseId)
  desk = await signInAs(server, 'admin', {}, TEST_AT)
})
afterAll(async () => {
  await server.close()
  temp.remove()
})

/** What a route with parts to fill in is asked for, and with what filters the desk asks the others. */
async function pathsByRoute(): Promise<Readonly<Record<string, readonly string[]>>> {
  const shelfId = await server.addShelf(device.warehouseId, 'K1')
  const facts = createFactMaker(device)
  const leaving = { fromId: shelfId, toId: 'transit:c1', quantity: 5 }
  const refused = facts.intake(shelfId, -1)
  await device.push([facts.intake(shelfId), facts.movement({ kind: 'dispatch', lines: [leaving] }), refused])
  const { body: item } = await desk.call<{ item: { id: string } }>('POST', '/items', {
    name: 'Chăn',
    category: 'bedding',
  })
  const place = { provinceCode: '01', communeCode: '00004' }
  const added = { code: 'HS-1', category: 'children', ...place, householdSize: 2, needs: [] }
  const { body: filed } = await desk.call<{ caseFile: { id: CaseFileId } }>('POST', '/case-files', added)
  const caseFile = `/api/desk/case-files/${filed.caseFile.id}`
  await desk.call('POST', `/case-files/${filed.caseFile.id}/tick`, { tick: 'green', reason: 'UBND xã' })
  const { body: published } = await publish(desk, filed.caseFile.id)
  const { body: first } = await desk.call<RequestReceipt>('POST', '/requests', helpRequest())
  await desk.call('POST', '/requests', helpRequest())
  const { body: open } = await desk.call<FindingPage>('GET', '/findings')
  await desk.call('POST', '/findings/handle', { key: open.rows[0]!.key, note: 'xong' })
  const part = makePart(server, JPEG)
  await handIn(device, part)
  const { body: shown } = await desk.call<{ publicHash: string }>('POST', `/parts/${part.hash}/public`, {
    base64: JPEG.toString('base64'),
  })

  const household = { persons: [{ name: 'A', phone: '0912000777' }], address: '', howToFind: '' }
  await desk.call('PUT', `/case-files/${filed.caseFile.id}/household`, { household, changedAt: null })
  const asked = { asks: 'see', requester: 'B' }
  const { body: request } = await desk.call<{ id: string }>('POST', '/data-requests', asked)
  const ofRequest = `/data-requests/${request.id}`
  await desk.call('POST', `${ofRequest}/search`, { phone: '0912000777', name: 'a' })
  await desk.call('POST', `${ofRequest}/case-files/${filed.caseFile.id}/show`, {})
  const courier = await addCourier(server, device.warehouseId, { ...COURIER, at: TEST_AT })
  const { body: made } = await desk.call<TripAnswer>('POST', '/trips', {
    warehouseId: device.warehouseId,
    courierId: courier.id,
    dayOn: '2026-11-21',
  })
  const consignmentId = await dispatchTo(device, facts, { caseFileId: filed.caseFile.id, shelfId })
  await desk.call('PATCH', `/trips/${made.trip.id}`, { version: made.version, stops: [consignmentId] })
  const trip = `/api/desk/trips/${made.trip.id}`

  return {
    'GET /': ['/', '/?q=gao', '/?category=food&page=1', '/?lang=en'],
    'GET /ban-do': ['/ban-do', '/ban-do?tinh=01&lang=en'],
    'GET /truong-hop': ['/truong-hop', `/truong-hop?truoc=${TEST_AT}zzzzzzzzzz`],
    'GET /truong-hop/:code': [`/truong-hop/${published.publicCode}`],
    'GET /api/desk/case-files/:id/publication': [`${caseFile}/publication`],
    'GET /app/*': ['/app/', '/app/desk'],
    'GET /api/sync/movements': [
      '/api/sync/movements?after=0',
      '/api/sync/movements?after=1&limit=1',
      '/api/sync/movements?before=10',
    ],
    'GET /api/sync/packages': [`/api/sync/packages?staff=${courier.id}`],
    'GET /api/desk/trips': ['/api/desk/trips', `/api/desk/trips?q=CG&state=all&device=${device.deviceId}`],
    'GET /api/desk/trips/waiting': [
      `/api/desk/trips/waiting?warehouse=${device.warehouseId}`,
      `/api/desk/trips/waiting?warehouse=${device.warehouseId}&before=9`,
    ],
    'GET /api/desk/trips/:id': [trip],
    'GET /api/desk/trips/:id/waybill': [`${trip}/waybill`],
    'GET /api/sync/documents/:collection': [
      '/api/sync/documents/items',
      '/api/sync/documents/staff?after=1&limit=10',
    ],
    'GET /api/sync/documents/:collection/digest': ['/api/sync/documents/items/digest'],
    'GET /api/places/communes': ['/api/places/communes?province=01'],
    'GET /hinh/:publicHash': [`/hinh/${shown.publicHash}`],
    'GET /api/sync/parts/:hash': [`/api/sync/parts/${part.hash}`],
    'GET /api/desk/parts/:hash': [`/api/desk/parts/${part.hash}`],
    'GET /api/desk/shelves': ['/api/desk/shelves', `/api/desk/shelves?warehouse=${device.warehouseId}`],
    'GET /api/desk/items': ['/api/desk/items', '/api/desk/items?q=chan&category=bedding&page=2&limit=10'],
    'GET /api/desk/items/:id': [`/api/desk/items/${item.item.id}`],
    'GET /api/desk/case-files': [
      '/api/desk/case-files',
      '/api/desk/case-files?q=HS&province=01&commune=00004&category=children&tick=green&page=2',
    ],
    'GET /api/desk/case-files/:id': [caseFile],
    'GET /ho-so/:code': [`/ho-so/${first.trackCode}`],
    'GET /api/desk/requests': [
      '/api/desk/requests',
      '/api/desk/requests?step=published&place=01&page=2',
      '/api/desk/requests?place=00004&waiting=3',
      '/api/desk/requests?mine=1',
      `/api/desk/requests?code=${first.trackCode}`,
    ],
    'GET /api/desk/requests/:id': [`/api/desk/requests/${first.caseFileId}`],
    'GET /api/desk/case-files/:id/ticks': [`${caseFile}/ticks`],
    'GET /api/desk/case-files/:id/household': [`${caseFile}/household`],
    'GET /api/desk/data-requests/:id': [`/api/desk${ofRequest}`],
    'GET /api/desk/supervision': ['/api/desk/supervision', '/api/desk/supervision?province=01'],
    'GET /api/desk/findings': ['open', 'closed', 'all'].flatMap((state) => [
      `/api/desk/findings?state=${state}`,
      `/api/desk/findings?state=${state}&kind=below-zero&page=2&limit=10`,
    ]),
    'GET /api/desk/refused': ['/api/desk/refused', '/api/desk/refused?page=2&limit=10'],
    'GET /api/desk/imports/:kind/template': [
      '/api/desk/imports/items/template',
      '/api/desk/imports/case-files/template',
    ],
  }
}

/** Each as whoever may ask: a signed-in desk, a tablet, or anybody. */
async function statusOf(path: string): Promise<number> {
  const headers = { cookie: desk.cookie, 'x-kho-csrf': desk.csrf }
  const abort = new AbortController()
  const { signal } = abort
  const answer = path.startsWith('/api/sync/')
    ? await device.fetch(path, { signal })
    : await fetch(server.url + path, { signal, headers: path.startsWith('/api/desk/') ? headers : {} })
  if (path.endsWith('/stream')) abort.abort()
  else await answer.arrayBuffer()
  return answer.status
}

test('no query of a screen or a page walks through a table that grows for ever', async () => {
  const paths = await pathsByRoute()
  const notReached: string[] = []
  for (const route of Object.keys(POLICY).filter((it) => it.startsWith('GET '))) {
    for (const path of paths[route] ?? [route.slice('GET '.length)]) {
      const status = await statusOf(path)
      if (status < 200 || status > 299) notReached.push(`${path} answered ${status}`)
    }
  }
  expect(notReached).toEqual([])
  await server.messenger.look()

  const texts = server.reader.texts()
  expect(texts.some((text) => text.includes('from "session"'))).toBe(true)
  for (const text of texts) {
    if (STOPS_AT_FIRST.some((pattern) => pattern.test(text))) continue
    const walks = server.reader.explain(text).filter((step) => {
      const [, table, how] = /^SCAN "?(\w+)"?(.*)$/.exec(step) ?? []
      // A partial index holds only what the question is about.
      return table !== undefined && GROWING.includes(table) && !how?.includes('INDEX')
    })
    expect(walks, text).toEqual([])
  }
})
