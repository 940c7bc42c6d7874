import { spawn } from 'node:child_process'
import { createHash, randomInt } from 'node:crypto'
import { once } from 'node:events'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import { BOX_BYTES, PART_CHUNK_BYTES_MAX, PART_HEADER, type PartHash } from '#shared/part/part'
import type { Instant } from '#shared/time/time'
import { openSealed } from '../../../sync-server/seal/seal.ts'
import { checkPicture } from '../../../sync-server/part/picture/check-picture.ts'
import { askState, handIn, makePart, putAndCut, putChunk, type MadePart } from '../../support/part-hands.ts'
import { JPEG, jpegSegment, makeJpeg, plantInJpeg } from '../../support/pictures.ts'
import { foundOnDisk, readAllFiles } from '../../support/found-on-disk.ts'
import {
  createTestDevice,
  startTestServer,
  TEST_AT,
  type TestDevice,
  type TestServer,
} from '../../support/test-server.ts'

const KILLED_AT_PART = fileURLToPath(new URL('../../support/killed-at-part.ts', import.meta.url))
const NAME = 'Phạm Văn Thật'
const PHONE = '0987654321'
const PERSON = `${NAME} ${PHONE}`
const RECIPIENT = { handoverId: '0190a000-0000-7000-8000-000000000001', witnessName: PERSON }

let server: TestServer
let device: TestDevice
beforeAll(async () => {
  server = await startTestServer({ requestsPerMinute: 1_000_000, now: () => TEST_AT })
  device = await server.addDevice(await server.addWarehouse('HN'))
})
afterAll(() => server.close())

function rows(hash: PartHash) {
  const { query } = server.reader
  return server.reader.all(query.selectFrom('part').selectAll().where('hash', '=', hash))
}
function keptFile(hash: PartHash): string {
  return join(server.folder, 'parts', hash.slice(0, 2), hash)
}
function contentOf(hash: PartHash): Buffer {
  const file = readAllFiles(join(server.folder, 'parts', hash.slice(0, 2))).find(({ path }) =>
    path.endsWith(hash),
  )
  const opened = openSealed(server.keys, file!.bytes, `part:${hash}`)
  if (!opened.ok) throw new Error(opened.error.kind)
  return Buffer.from(opened.value)
}
function unfinished({ hash }: MadePart): string[] {
  const names = readdirSync(join(server.folder, 'parts', 'incoming'))
  return names.filter((name) => name.includes(hash))
}

test('a picture arrives whole, is cleaned, sealed anew for nobody else to read, and is acknowledged once', async () => {
  const planted = plantInJpeg(jpegSegment(0xe1, Buffer.from(`Exif\0\0${PERSON}`)), makeJpeg(600_000, 1))
  const part = makePart(server, planted)
  expect(await handIn(device, part)).toMatchObject({ state: 'taken' })
  expect(await handIn(device, part)).toMatchObject({ state: 'taken' })
  expect(await askState(device, part.hash)).toMatchObject({ state: 'taken' })
  const cleaned = await checkPicture(planted)
  expect(cleaned.ok && contentOf(part.hash).equals(cleaned.value.bytes)).toBe(true)
  expect(rows(part.hash)).toEqual([
    expect.objectContaining({
      type: 'image/jpeg',
      width: 24,
      height: 16,
      refusal: null,
      size: part.bytes.length,
    }),
  ])
  expect(statSync(keptFile(part.hash)).mode & 0o777).toBe(0o600)
  expect(unfinished(part)).toEqual([])
})

test('an upload cut fifty times at random is there once, with the same hash', async () => {
  const picture = makeJpeg(3_000_000, 2)
  const part = makePart(server, picture)
  for (let cut = 0; cut < 50; cut++) {
    const { received } = await askState(device, part.hash)
    // Sometimes from too early, as after an answer that was lost; sometimes from beyond a gap.
    const from = Math.min(part.bytes.length - 1, Math.max(0, received + randomInt(-40_000, 20_000)))
    await putAndCut(server, device, part, { from, cutAfter: randomInt(0, 60_000) })
  }
  const { received } = await askState(device, part.hash)
  expect(received).toBeGreaterThan(0)
  expect(received).toBeLessThan(part.bytes.length)
  const begun = readFileSync(join(server.folder, 'parts', 'incoming', `${device.deviceId}.${part.hash}`))
  // What was on its way when the line broke may still be written.
  expect(begun.length).toBeGreaterThanOrEqual(received)
  expect(begun.equals(part.bytes.subarray(0, begun.length))).toBe(true)
  expect(await handIn(device, part)).toMatchObject({ state: 'taken' })
  const cleaned = await checkPicture(picture)
  expect(cleaned.ok && contentOf(part.hash).equals(cleaned.value.bytes)).toBe(true)
  expect(rows(part.hash)).toHaveLength(1)
  expect(unfinished(part)).toEqual([])
})

test('what came before the line broke is not sent again', async () => {
  const part = makePart(server, makeJpeg(900_000, 3))
  await putAndCut(server, device, part, { from: 0, cutAfter: 150_000 })
  await expect.poll(async () => (await askState(device, part.hash)).received).toBeGreaterThan(60_000)
  await handIn(device, part)
})

test('two windows that send the same part at once, each in its own steps, make one', async () => {
  const part = makePart(server, makeJpeg(1_500_000, 4))
  const answers = await Promise.all([handIn(device, part), handIn(device, part), handIn(device, part)])
  expect(answers.map(({ state }) => state)).toEqual(['taken', 'taken', 'taken'])
  expect(rows(part.hash)).toHaveLength(1)
  expect(createHash('sha256').update(part.bytes).digest('hex')).toBe(part.hash)
})

test('bytes that do not make the hash are thrown away, and the right ones are taken after them', async () => {
  const part = makePart(server, makeJpeg(300_000, 5))
  const wrong: MadePart = {
    ...part,
    bytes: Uint8Array.from(part.bytes, (byte, i) => (i === 200_000 ? byte ^ 1 : byte)),
  }
  await putChunk(device, wrong, 0)
  const { answer } = await putChunk(device, wrong, PART_CHUNK_BYTES_MAX)
  expect(answer).toMatchObject({ state: 'waiting', received: 0 })
  expect(rows(part.hash)).toEqual([])
  expect(await handIn(device, part)).toMatchObject({ state: 'taken' })
})

test('another device cannot spoil what one has begun', async () => {
  const other = await server.addDevice(device.warehouseId, 'Máy khác')
  const part = makePart(server, makeJpeg(500_000, 6))
  await putChunk(device, part, 0)
  await putChunk(other, { ...part, bytes: new Uint8Array(part.bytes.length) }, 0)
  const { answer } = await putChunk(device, part, PART_CHUNK_BYTES_MAX)
  expect(answer.state).toBe('taken')
})

test('no hash leads out of the folder, and no header or piece beyond its limits is taken', async () => {
  const part = makePart(server, JPEG)
  const header = JSON.stringify(part.header)
  const put = (
    path: string,
    headers: Record<string, string> = { [PART_HEADER]: header },
    body = part.bytes,
  ) => device.fetch(path, { method: 'PUT', headers, body }).then(({ status }) => status)
  const before = readAllFiles(server.folder).length
  for (const hash of [
    '..%2F..%2Fperson.key',
    '%2e%2e',
    'a'.repeat(63),
    `${'a'.repeat(63)}G`,
    `${part.hash}%00`,
    part.hash.toUpperCase(),
  ]) {
    expect([hash, await put(`/api/sync/parts/${hash}`)]).toEqual([hash, 404])
    expect([hash, (await device.fetch(`/api/sync/parts/${hash}`)).status]).toEqual([hash, 404])
  }
  const path = `/api/sync/parts/${part.hash}`
  expect(await put(path, {})).toBe(400)
  expect(await put(path, { [PART_HEADER]: '{' })).toBe(400)
  for (const wrong of [
    { kind: 'movie' },
    { subjectId: '../x' },
    { size: BOX_BYTES },
    { size: 9_000_000 },
    { name: 'x' },
  ]) {
    expect(await put(path, { [PART_HEADER]: JSON.stringify({ ...part.header, ...wrong }) })).toBe(400)
  }
  expect(await put(`${path}?offset=-1`)).toBe(400)
  expect(await put(`${path}?offset=1`)).toBe(413)
  expect(
    await put(
      path,
      { [PART_HEADER]: JSON.stringify({ ...part.header, size: 400_000 }) },
      new Uint8Array(300_000),
    ),
  ).toBe(413)
  expect(readAllFiles(server.folder).length).toBe(before)
})

test('what cannot be read is kept as it came, answered with a sentence, and taken when it is handed in again and can be', async () => {
  const cases: readonly (readonly [string, MadePart])[] = [
    ['not-a-picture', makePart(server, Buffer.from(PERSON))],
    ['picture-with-more', makePart(server, Buffer.concat([JPEG, Buffer.from(PERSON)]))],
    ['picture-broken', makePart(server, JPEG.subarray(0, -40))],
    ['not-read', makePart(server, Buffer.from('{'), { kind: 'survey' })],
    ['not-opened', await sealedToSomebodyElse()],
  ]
  for (const [kind, part] of cases) {
    const answer = await handIn(device, part)
    expect(answer).toMatchObject({
      state: 'refused',
      refused: { kind, message: { vi: expect.stringMatching(/\. Hãy /) } },
    })
    expect(await askState(device, part.hash)).toMatchObject({ state: 'refused' })
    const raw = await server.parts.files.read('refused', part.hash)
    expect(raw?.equals(part.bytes)).toBe(true)
    expect(rows(part.hash)).toHaveLength(1)
  }
  const [, waiting] = cases[3]!
  expect(await handIn(device, waiting)).toMatchObject({ state: 'refused' })
  const same = { ...waiting, header: { ...waiting.header, kind: 'picture' as const } }
  expect(await handIn(device, same)).toMatchObject({ state: 'refused', refused: { kind: 'not-a-picture' } })
})

async function sealedToSomebodyElse(): Promise<MadePart> {
  const other = await startTestServer()
  const part = makePart(other, JPEG)
  await other.close()
  return part
}

test('a text comes as it was and lies nowhere in the clear', async () => {
  const part = makePart(server, Buffer.from(JSON.stringify(RECIPIENT)), { kind: 'recipient' })
  expect(await handIn(device, part)).toMatchObject({ state: 'taken' })
  expect(JSON.parse(contentOf(part.hash).toString())).toEqual(RECIPIENT)
  expect(foundOnDisk(server.folder, [NAME, PHONE])).toEqual([])
})

test('a revoked device hands in what it had kept before, and what came after is kept apart', async () => {
  const lost = await server.addDevice(device.warehouseId, 'Máy mất')
  await server.writer.write('revokeDevice', {
    deviceId: lost.deviceId,
    at: '2026-11-21T03:00:00.000Z' as Instant,
  })
  expect(await handIn(lost, makePart(server, JPEG, { keptAt: '2026-11-21T02:59:59.999Z' }))).toMatchObject({
    state: 'taken',
  })
  const after = makePart(server, JPEG, { keptAt: '2026-11-21T03:00:00.000Z' })
  expect(await handIn(lost, after)).toMatchObject({
    state: 'refused',
    refused: { kind: 'kept-after-revoked' },
  })
})

test('erasing takes the files, what was public and what is still to come, and the hash stays acknowledged', async () => {
  const caseFileId = 'case-erased'
  const first = makePart(server, makeJpeg(50_000, 8), { caseFileId })
  const refused = makePart(server, Buffer.from(PERSON), { caseFileId })
  const late = makePart(server, makeJpeg(50_000, 9), { caseFileId })
  await handIn(device, first)
  await handIn(device, refused)
  await server.persons.erase(caseFileId as CaseFileId, null)
  expect(await handIn(device, late)).toMatchObject({ state: 'taken' })
  for (const { hash } of [first, refused, late]) {
    expect(readAllFiles(server.folder).filter(({ path }) => path.includes(hash))).toEqual([])
    expect(rows(hash)).toEqual([expect.objectContaining({ erasedAt: TEST_AT })])
  }
  expect(await handIn(device, first)).toMatchObject({ state: 'taken' })
  expect(existsSync(keptFile(first.hash))).toBe(false)
})

test('an end of the server in the middle of an erasure lets nothing come back, and the files go when it is there again', async () => {
  const caseFileId = 'case-half-erased'
  const first = makePart(server, makeJpeg(50_000, 11), { caseFileId })
  const household = { persons: [{ name: PERSON }], address: '', howToFind: '' }
  const plain = Buffer.from(JSON.stringify({ surveyId: 'survey-9', household }))
  const late = makePart(server, plain, { kind: 'survey', subjectId: 'survey-9', caseFileId })
  await handIn(device, first)
  const erasure = { caseFileId: caseFileId as CaseFileId, by: null, at: TEST_AT }
  await server.writer.write('eraseHousehold', erasure)
  await handIn(device, late)
  expect(server.persons.openUnseen(erasure.caseFileId)).toMatchObject({ value: null })
  await server.parts.tidy()
  for (const { hash } of [first, late]) {
    expect(readAllFiles(server.folder).filter(({ path }) => path.includes(hash))).toEqual([])
  }
})

for (const point of ['chunk-on-disk', 'part-on-disk', 'row-not-answered'] as const) {
  test(`a server that dies at "${point}" has lost and doubled nothing when it is back`, async () => {
    const picture = makeJpeg(500_000, 10)
    const part = makePart(server, picture, { caseFileId: `case-${point}` })
    const dying = spawn(process.execPath, [KILLED_AT_PART, server.folder, point], {
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const exited = once(dying, 'exit')
    const [url] = (await once(createInterface(dying.stdout), 'line')) as [string]
    const there = createTestDevice({ ...device, url })
    await expect(handIn(there, part)).rejects.toThrow()
    await exited
    expect(await handIn(device, part)).toMatchObject({ state: 'taken' })
    const cleaned = await checkPicture(picture)
    expect(cleaned.ok && contentOf(part.hash).equals(cleaned.value.bytes)).toBe(true)
    expect(rows(part.hash)).toHaveLength(1)
    expect(unfinished(part)).toEqual([])
  })
}
