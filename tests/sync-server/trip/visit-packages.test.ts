import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { WarehouseId } from '#shared/location/location'
import type { Household } from '#shared/person/person'
import { instantFromMs, type Instant } from '#shared/time/time'
import type { PackagesAnswer } from '#shared/trip/trip-package'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { foundOnDisk } from '../../support/found-on-disk.ts'
import { helpRequest } from '../../support/help-request.ts'
import { openPackageWithPin } from '../../support/open-package-with-pin.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'
import { addCourier } from '../../support/trip-world.ts'

const PIN = '730518'
const HOUSEHOLD: Household = {
  persons: [
    {
      name: 'Quàng Thị Giấu',
      relation: 'bà',
      phone: '0912000777',
      idNumber: '001141000777',
      birthYear: 1941,
    },
  ],
  address: 'Bản Kín, nhà cuối',
  howToFind: 'Qua cầu treo, rẽ trái',
  place: { lat: 21.0123, lon: 105.8456, accuracyM: 12 },
}
const PLANTED = ['Quàng Thị Giấu', '0912000777', '001141000777', 'Bản Kín', 'Qua cầu treo', '21.0123']

let server: TestServer
let desk: DeskClient
let warehouseId: WarehouseId
let phone: TestDevice
let at: Instant = TEST_AT
let number = 0

beforeAll(async () => {
  server = await startTestServer({ now: () => at })
  warehouseId = await server.addWarehouse('HN')
  desk = await signInAs(server, 'admin', {}, TEST_AT)
  await addCourier(server, warehouseId, { id: 'mai', name: 'Phạm Thị Mai', pin: PIN, at, role: 'verifier' })
  await addCourier(server, warehouseId, { id: 'nam', name: 'Lê Nam', pin: '915204', at, role: 'verifier' })
  phone = await server.addDevice(warehouseId, 'Điện thoại Mai')
})
afterAll(() => server.close())

test('who was sent to a household gets what a visit needs: no numbers, no years, and nothing before', async () => {
  const id = await ask()
  expect((await given()).packages).toEqual([])
  await assign(id, 'mai')
  const { packages } = await given()
  expect(packages).toMatchObject([
    { id: `visit:${id}`, kind: 'visit', staffId: 'mai', caseFileId: id, dayOn: '2026-11-21' },
  ])
  for (const planted of PLANTED) expect(JSON.stringify(packages)).not.toContain(planted)
  expect(await openPackageWithPin(server, 'mai', PIN, packages[0]!.sealed)).toEqual({
    household: {
      ...HOUSEHOLD,
      persons: [{ name: 'Quàng Thị Giấu', relation: 'bà', phone: '0912000777' }],
    },
    idMarks: [],
  })
  expect(foundOnDisk(server.folder, PLANTED)).toEqual([])
})

test('each giving is a reading, once; a week later it is given anew', async () => {
  const before = reads()
  expect(before).toMatchObject([{ staffId: 'mai', deviceId: phone.deviceId, why: 'visit' }])
  const first = await given()
  at = instantFromMs(Date.parse(TEST_AT) + 7 * 86_400_000)
  expect(await given()).toEqual(first)
  expect(reads()).toHaveLength(1)
  at = instantFromMs(Date.parse(TEST_AT) + 8 * 86_400_000)
  expect((await given()).packages).toMatchObject([{ dayOn: '2026-11-29' }])
  expect(reads()).toHaveLength(2)
  at = TEST_AT
})

test('sent to somebody else, it comes to them and goes from the first', async () => {
  const id = await ask()
  await assign(id, 'mai')
  expect(await idsGiven()).toContain(id)
  await assign(id, 'nam')
  expect(await idsGiven()).not.toContain(id)
  expect(await idsGiven('nam')).toEqual([id])
})

test('once the server has the survey the visit is not given any more, and who is sent for a second look gets it', async () => {
  const id = await ask()
  await assign(id, 'mai')
  expect(await idsGiven()).toContain(id)
  await survey(id, 'mai')
  expect(await idsGiven()).not.toContain(id)
  await assign(id, 'nam')
  expect(await idsGiven('nam')).toContain(id)
  await survey(id, 'nam')
  expect(await idsGiven('nam')).not.toContain(id)
})

test('a request that was refused, or joined to another, is visited by nobody', async () => {
  const [refused, joined, into] = [await ask(), await ask(), await ask()]
  for (const id of [refused, joined, into]) await assign(id, 'mai')
  await desk.call('POST', `/requests/${refused}/refuse`, { reason: 'not-found', words: '' })
  await desk.call('POST', `/requests/${joined}/merge`, { intoId: into })
  const ids = await idsGiven()
  expect(ids).not.toContain(refused)
  // Whichever came in first stands for both.
  expect([joined, into].filter((id) => ids.includes(id))).toHaveLength(1)
})

test('whoever is sent is told what each of the joined requests knows, and each is noted as read', async () => {
  const id = await ask()
  await assign(id, 'mai')
  await idsGiven()
  const before = reads().length
  const home = { address: 'Bản Khuất 3', howToFind: 'Sau trạm y tế' }
  const other = await ask()
  await server.persons.put(id, { persons: [{ name: 'Lường Văn Thứ F' }], address: '', howToFind: '' }, 'test')
  await server.persons.put(other, { persons: [{ name: 'ông Ép', phone: '0912 000 999' }], ...home }, 'test')
  await desk.call('POST', `/requests/${other}/merge`, { intoId: id })
  const { packages } = await given()
  const { sealed } = packages.find(({ caseFileId }) => caseFileId === id)!
  expect(await openPackageWithPin(server, 'mai', PIN, sealed)).toEqual({
    household: { persons: [{ name: 'Lường Văn Thứ F', phone: '0912 000 999' }], ...home },
    idMarks: [],
  })
  expect(
    reads()
      .slice(before)
      .map(({ caseFileId }) => caseFileId),
  ).toEqual([id, other])
})

/** Each asks with a name and numbers of its own, else they would be one case file at once. */
async function ask(): Promise<CaseFileId> {
  number++
  const person = { name: `Lường Văn Thứ ${'ABCDEFGHIJ'[number]}`, phone: `091200011${number}` }
  const { body } = await desk.call<{ caseFileId: CaseFileId }>('POST', '/requests', helpRequest({ person }))
  if (number === 1) await server.persons.put(body.caseFileId, HOUSEHOLD, 'test')
  return body.caseFileId
}

async function assign(id: CaseFileId, staffId: string): Promise<void> {
  expect((await desk.call('POST', `/requests/${id}/assign`, { staffId })).status).toBe(200)
}

async function given(staff = 'mai'): Promise<PackagesAnswer> {
  const answer = await phone.fetch(`/api/sync/packages?staff=${staff}`)
  expect(answer.status).toBe(200)
  return (await answer.json()) as PackagesAnswer
}

async function idsGiven(staff = 'mai'): Promise<string[]> {
  return (await given(staff)).packages.map(({ caseFileId }) => caseFileId)
}

function reads() {
  const { reader } = server
  return reader.all(reader.query.selectFrom('personRead').selectAll().where('why', '=', 'visit'))
}

let surveys = 0
async function survey(caseFileId: CaseFileId, staffId: string): Promise<void> {
  surveys++
  const id = `01930000-0000-7000-8000-${String(surveys).padStart(12, '0')}`
  const body = {
    id,
    caseFileId,
    code: 'KS-1',
    deviceId: phone.deviceId,
    staffId,
    warehouseId,
    occurredAt: instantFromMs(Date.parse(at) + surveys * 1000),
    category: 'elderly',
    provinceCode: '01',
    communeCode: '00004',
    householdSize: 2,
    needs: [],
    consent: { version: '2026-11', how: 'read-aloud', at },
    parts: ['0'.repeat(64)],
  }
  const { results } = await phone.push([{ id, deviceSeq: surveys, kind: 'survey', recordedAt: at, body }])
  expect(results).toMatchObject([{ seq: expect.any(Number) }])
}
