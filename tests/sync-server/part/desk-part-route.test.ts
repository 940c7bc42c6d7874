import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { PictureRow } from '#shared/desk/desk-part-wire'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { handIn, makePart, type MadePart } from '../../support/part-hands.ts'
import { JPEG, jpegSegment, makeJpeg, plantInJpeg } from '../../support/pictures.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

const PERSON = 'Đỗ Thị Thật'

let server: TestServer
let device: TestDevice
let verifier: DeskClient
let coordinator: DeskClient
let auditor: DeskClient
let part: MadePart
let refused: MadePart
beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  device = await server.addDevice(await server.addWarehouse('HN'), 'Máy của Hoa')
  verifier = await signInAs(server, 'verifier', {}, TEST_AT)
  coordinator = await signInAs(server, 'coordinator', {}, TEST_AT)
  auditor = await signInAs(server, 'auditor', {}, TEST_AT)
  part = makePart(server, makeJpeg(60_000, 1))
  refused = makePart(server, Buffer.from(`<html>${PERSON}</html>`))
  await handIn(device, part)
  await handIn(device, refused)
})
afterAll(() => server.close())

function raw({ cookie }: DeskClient, path: string): Promise<Response> {
  return fetch(`${server.url}/api/desk${path}`, { headers: { cookie } })
}
function reads() {
  return server.reader.all(server.reader.query.selectFrom('personRead').selectAll())
}
async function listed(): Promise<readonly PictureRow[]> {
  const { body } = await verifier.call<{ pictures: PictureRow[] }>('GET', '/case-files/case-1/pictures')
  return body.pictures
}
const publish = (by: DeskClient, base64: string) =>
  by.call<{ publicHash: string }>('POST', `/parts/${part.hash}/public`, { base64 })

test('who may see persons sees the pictures of a case file, and each look at one is noted', async () => {
  expect(await listed()).toEqual([
    expect.objectContaining({ hash: part.hash, width: 24, height: 16, publicHash: null }),
  ])
  expect(reads()).toEqual([])
  const answer = await raw(verifier, `/parts/${part.hash}`)
  expect([answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]).toEqual([
    200,
    'image/jpeg',
    'no-store',
  ])
  expect(answer.headers.get('content-security-policy')).toContain('sandbox')
  expect((await answer.arrayBuffer()).byteLength).toBeGreaterThan(50_000)
  expect(reads()).toEqual([
    expect.objectContaining({ staffId: verifier.me.id, caseFileId: 'case-1', why: 'picture' }),
  ])
  expect((await raw(auditor, `/parts/${part.hash}`)).status).toBe(403)
  expect(reads()).toHaveLength(1)
})

test('a picture that came to the desk is kept once, without what is not the picture, and goes when the persons are erased', async () => {
  const caseFileId = 'case-desk' as CaseFileId
  await server.persons.put(caseFileId, { persons: [{ name: PERSON }], address: '', howToFind: '' }, 'test')
  const add = (bytes: Buffer, id: string = caseFileId) =>
    verifier.call<PictureRow & Refused>('POST', `/case-files/${id}/pictures`, {
      base64: bytes.toString('base64'),
    })
  const picture = plantInJpeg(jpegSegment(0xe1, Buffer.from(PERSON)), makeJpeg(20_000, 7))
  const first = await add(picture)
  expect(first).toMatchObject({ status: 201, body: { width: 24, height: 16, publicHash: null } })
  expect((await add(picture)).body.hash).toBe(first.body.hash)
  const ofCase = () => verifier.call<{ pictures: PictureRow[] }>('GET', `/case-files/${caseFileId}/pictures`)
  expect((await ofCase()).body.pictures).toHaveLength(1)
  const shown = await raw(verifier, `/parts/${first.body.hash}`)
  expect(Buffer.from(await shown.arrayBuffer()).includes(PERSON)).toBe(false)

  expect((await add(Buffer.from('<html>'))).body.error).toMatchObject({ fields: [{ field: 'base64' }] })
  expect((await add(picture, 'nobody-knows')).status).toBe(404)
  await server.persons.erase(caseFileId, null)
  expect((await raw(verifier, `/parts/${first.body.hash}`)).status).toBe(404)
  expect((await add(picture)).status).toBe(404)
})

test('what could not be taken is listed without its content, and handed out as a file that nothing opens by itself', async () => {
  const { body } = await auditor.call<{ parts: unknown[] }>('GET', '/refused-parts')
  expect(body.parts).toEqual([
    expect.objectContaining({ hash: refused.hash, kind: 'picture', deviceName: 'Máy của Hoa' }),
  ])
  expect(JSON.stringify(body)).not.toContain(PERSON)
  const file = await raw(verifier, `/parts/${refused.hash}`)
  expect(file.headers.get('content-type')).toBe('application/octet-stream')
  expect(file.headers.get('content-disposition')).toMatch(/^attachment/)
  expect(await file.text()).toContain(PERSON)
})

test('a blurred copy is public by a coordinator’s word alone, for that one, and until it is taken back', async () => {
  const blurred = plantInJpeg(jpegSegment(0xfe, Buffer.from(PERSON)))
  const base64 = blurred.toString('base64')
  expect((await publish(verifier, base64)).status).toBe(403)
  const { status, body } = await publish(coordinator, base64)
  expect(status).toBe(200)
  expect(body.publicHash).not.toBe(part.hash)
  const seen = await fetch(`${server.url}/hinh/${body.publicHash}`)
  expect([seen.status, seen.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
  const bytes = Buffer.from(await seen.arrayBuffer())
  expect(bytes.includes(PERSON)).toBe(false)
  expect(bytes.length).toBeLessThan(JPEG.length)
  expect((await listed())[0]?.publicHash).toBe(body.publicHash)
  expect((await fetch(`${server.url}/hinh/${part.hash}`)).status).toBe(404)

  await coordinator.call('DELETE', `/parts/${part.hash}/public`)
  expect((await fetch(`${server.url}/hinh/${body.publicHash}`)).status).toBe(404)
  expect(await server.parts.files.read('public', body.publicHash as never)).toBeUndefined()
})

test('what is no small JPEG is not made public, nor a copy of what was refused or is not there', async () => {
  for (const wrong of [Buffer.from(PERSON), Buffer.concat([JPEG, Buffer.from('PK')]), makeJpeg(70_000, 3)]) {
    expect((await publish(coordinator, wrong.toString('base64'))).status).toBe(400)
  }
  const wide = Buffer.from(JPEG)
  wide.writeUInt16BE(641, wide.indexOf(Buffer.from([0xff, 0xc0])) + 7)
  expect((await publish(coordinator, wide.toString('base64'))).status).toBe(400)
  const base64 = JPEG.toString('base64')
  for (const hash of [refused.hash, 'f'.repeat(64), 'x']) {
    expect((await coordinator.call('POST', `/parts/${hash}/public`, { base64 })).status).toBe(404)
  }
})

test('erasing a person takes the public copy with it', async () => {
  const { body } = await publish(coordinator, JPEG.toString('base64'))
  await server.persons.erase('case-1' as CaseFileId, null)
  expect((await fetch(`${server.url}/hinh/${body.publicHash}`)).status).toBe(404)
  expect((await raw(verifier, `/parts/${part.hash}`)).status).toBe(404)
  expect(await listed()).toEqual([])
})
