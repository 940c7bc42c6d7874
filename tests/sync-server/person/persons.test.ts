import SqliteDatabase from 'better-sqlite3'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseFileAnswer } from '#shared/desk/desk-case-file-wire'
import type { Mark } from '#shared/person/mark'
import type { Household } from '#shared/person/person'
import { MIGRATIONS } from '../../../sync-server/database/migrations/all.ts'
import { databasePath } from '../../../sync-server/database/open-database.ts'
import { markOf } from '../../../sync-server/person/mark-of.ts'
import { signInAs } from '../../support/desk-client.ts'
import { foundOnDisk } from '../../support/found-on-disk.ts'
import { createFactMaker } from '../../support/make-fact.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

const HOUSEHOLD: Household = {
  persons: [
    {
      name: 'Nguyễn Thị Bí Mật',
      birthYear: 1941,
      sex: 'female',
      idNumber: '001041000777',
      phone: '0912000777',
    },
    { name: 'Trần Văn Kín', relation: 'con trai', phone: '+84 912 000 777' },
  ],
  address: 'Ngõ Kín 7',
  howToFind: 'Sau cây đa cô độc',
  place: { lat: 21.03456, lon: 105.81234, accuracyM: 9 },
}
const PLANTED = [
  'Bí Mật',
  'Văn Kín',
  '001041000777',
  '0912000777',
  '912 000 777',
  'Ngõ Kín',
  'cây đa',
  '21.03456',
]
const CASE_FILE = {
  code: 'HS-0001',
  category: 'elderly',
  provinceCode: '01',
  communeCode: '00004',
  householdSize: 2,
  needs: [],
}

const servers: TestServer[] = []
async function start(options: Parameters<typeof startTestServer>[0] = {}): Promise<TestServer> {
  const server = await startTestServer({ now: () => TEST_AT, ...options })
  servers.push(server)
  return server
}
afterEach(async () => {
  for (const server of servers.splice(0)) await server.close()
})

async function addCaseFile(server: TestServer, household?: Household): Promise<CaseFileId> {
  const desk = await signInAs(server, 'coordinator', {}, TEST_AT)
  const { body } = await desk.call<CaseFileAnswer>('POST', '/case-files', CASE_FILE)
  if (household) await server.persons.put(body.caseFile.id, household, desk.me.id)
  return body.caseFile.id
}

function readMarks({ reader }: TestServer): Mark[] {
  const rows = reader.all(
    reader.query
      .selectFrom('document')
      .select('body')
      .where('collection', '=', 'marks')
      .where('deleted', '=', 0),
  )
  return rows.map(({ body }) => JSON.parse(body) as Mark)
}

/** Whole tables as text, straight from the file. */
function readTables(folder: string, tables: readonly string[]): string {
  const sqlite = new SqliteDatabase(databasePath(folder), { readonly: true })
  const rows = tables.map((table) => sqlite.prepare(`SELECT * FROM ${table}`).all())
  sqlite.close()
  return JSON.stringify(rows)
}

test('a household comes back as it was, and lies nowhere on the disk as it is', async () => {
  const server = await start()
  const id = await addCaseFile(server, HOUSEHOLD)
  expect(await server.persons.read(id, { by: {}, why: 'case-file' })).toEqual({ ok: true, value: HOUSEHOLD })
  expect(foundOnDisk(server.folder, ['HS-0001']).length).toBeGreaterThan(0)
  expect(foundOnDisk(server.folder, PLANTED)).toEqual([])
})

test('what an older version wrote in the clear is sealed at the start, and its traces are gone from the file', async () => {
  const temp = makeTempFolder()
  const sqlite = new SqliteDatabase(databasePath(temp.folder))
  sqlite.pragma('journal_mode = WAL')
  sqlite.exec('CREATE TABLE migration (name TEXT PRIMARY KEY)')
  for (const { name, sql } of MIGRATIONS.filter(({ name }) => name < '0007')) {
    sqlite.exec(sql)
    sqlite.prepare('INSERT INTO migration VALUES (?)').run(name)
  }
  const put = sqlite.prepare(`INSERT OR REPLACE INTO caseFilePrivate VALUES (?, ?, ?, ?, ?, NULL)`)
  for (let i = 0; i < 200; i++)
    put.run(`case-${i}`, `Nguyễn Thị Bí Mật ${i}`, '0912000777', 'Ngõ Kín 7', TEST_AT)
  // An address that was corrected stays in the free part of its page.
  for (let i = 0; i < 200; i++)
    put.run(`case-${i}`, `Nguyễn Thị Bí Mật ${i}`, '0912000777', 'Ngõ Mới', TEST_AT)
  sqlite.close()
  expect(foundOnDisk(temp.folder, PLANTED)).not.toEqual([])

  const server = await start({ dataFolder: temp.folder })
  expect(foundOnDisk(temp.folder, [...PLANTED, 'Ngõ Mới'])).toEqual([])
  const opened = await server.persons.read('case-7' as CaseFileId, { by: {}, why: 'case-file' })
  expect(opened).toEqual({
    ok: true,
    value: {
      persons: [{ name: 'Nguyễn Thị Bí Mật 7', phone: '0912000777' }],
      address: 'Ngõ Mới',
      howToFind: '',
    },
  })
  await server.writer.write('noteReads', { reads: [] })
  servers.splice(0)
  await server.close()
  temp.remove()
})

test('numbers become marks with their case files; a number that leaves a household leaves the mark', async () => {
  const server = await start()
  const id = await addCaseFile(server, HOUSEHOLD)
  const phone = await markOf(server.keys, 'phone', '0912000777')
  const idNumber = await markOf(server.keys, 'id', '001041000777')
  const byId = (marks: Mark[]) => Object.fromEntries(marks.map((it) => [it.id, it.caseFileIds]))
  expect(byId(readMarks(server))).toEqual({ [phone!]: [id], [idNumber!]: [id] })

  const neighbour = 'neighbour' as CaseFileId
  await server.persons.put(neighbour, { ...HOUSEHOLD, persons: [{ name: 'B', phone: '0912000777' }] }, 'test')
  expect(byId(readMarks(server))).toEqual({ [phone!]: [id, neighbour].sort(), [idNumber!]: [id] })
  await server.persons.put(id, { ...HOUSEHOLD, persons: [{ name: 'A' }] }, 'test')
  expect(byId(readMarks(server))).toEqual({ [phone!]: [neighbour] })
})

test('everybody who is shown a person is written down: who, whom and why, and no name', async () => {
  const server = await start()
  const id = await addCaseFile(server, HOUSEHOLD)
  const verifier = await signInAs(server, 'verifier', {}, TEST_AT)
  const auditor = await signInAs(server, 'auditor', {}, TEST_AT)
  await verifier.call('GET', `/case-files/${id}`)
  await auditor.call('GET', `/case-files/${id}`)
  const reads = server.reader.all(server.reader.query.selectFrom('personRead').selectAll())
  expect(reads.at(-1)).toMatchObject({ staffId: verifier.me.id, caseFileId: id, why: 'case-file' })
  expect(reads.filter(({ staffId }) => staffId === auditor.me.id)).toEqual([])
})

test('a sealed household that was tampered with is an error that names nobody', async () => {
  const lines: string[] = []
  const server = await start({ log: (line) => lines.push(line) })
  const id = await addCaseFile(server, HOUSEHOLD)
  const sqlite = new SqliteDatabase(databasePath(server.folder))
  sqlite.exec(`UPDATE "household" SET "sealed" = zeroblob(length("sealed")), "marked" = 0`)
  sqlite.close()
  const desk = await signInAs(server, 'admin', {}, TEST_AT)
  const { status, body } = await desk.call('GET', `/case-files/${id}`)
  expect([status, body]).toMatchObject([500, { error: { kind: 'person-unreadable' } }])
  const change = await desk.call('PATCH', `/case-files/${id}`, { version: 1, person: { name: 'Ai Đó' } })
  expect(change.status).toBe(500)
  for (const planted of [...PLANTED, 'Ai Đó'])
    expect(JSON.stringify([body, change.body, lines])).not.toContain(planted)
})

test('erasing a household takes it and its marks off the disk and leaves ledger, totals and documents as they were', async () => {
  const server = await start()
  const warehouseId = await server.addWarehouse('HN')
  const shelf = await server.addShelf(warehouseId, 'A-1')
  const device = await server.addDevice(warehouseId)
  const facts = createFactMaker(device)
  const id = await addCaseFile(server, HOUSEHOLD)
  const transit = { fromId: shelf, toId: 'transit:c1' }
  const rest = { caseFileId: id, consignmentId: 'c1' }
  await device.push([facts.intake(shelf, 5), facts.movement({ kind: 'dispatch', lines: [transit], rest })])
  const kept = () =>
    readTables(server.folder, [
      'fact',
      'movement',
      'movementLine',
      'stock',
      'itemTotal',
      'dayTotal',
      'finding',
      'personRead',
      `document WHERE collection <> 'marks'`,
    ])
  const sealed = server.reader.get(server.reader.query.selectFrom('household').select('sealed'))!.sealed
  const marks = readMarks(server).map((it) => JSON.stringify(it.caseFileIds))
  expect(marks).toHaveLength(2)
  const asked: CaseFileId[] = []
  server.persons.onErase(async (caseFileId) => void asked.push(caseFileId))
  const before = kept()

  await server.persons.erase(id, null)
  expect(kept()).toBe(before)
  expect(asked).toEqual([id])
  expect(await server.persons.read(id, { by: {}, why: 'case-file' })).toEqual({ ok: true, value: null })
  expect(readMarks(server)).toEqual([])
  const history = server.reader.all(
    server.reader.query.selectFrom('documentHistory').select('body').where('collection', '=', 'marks'),
  )
  expect(history.map(({ body }) => body).join()).not.toContain(id)
  const bytes = Buffer.from(sealed).subarray(10, 60)
  for (const name of readdirSync(server.folder).filter((it) => it.startsWith('kho4d.sqlite')))
    expect([name, readFileSync(join(server.folder, name)).includes(bytes)]).toEqual([name, false])
})
