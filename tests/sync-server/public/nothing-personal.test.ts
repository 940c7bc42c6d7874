import { afterAll, beforeAll, expect, test } from 'vitest'
import type { StaffId } from '#shared/staff/staff'
import { DEMO_DONORS, DEMO_SIGN_IN } from '../../../scripts/demo/demo-places.ts'
import { fillDemo } from '../../../scripts/demo/fill-demo.ts'
import { startServer, type RunningServer } from '../../../sync-server/main.ts'
import { openEvents } from '../../support/read-events.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'
import { TEST_AT } from '../../support/test-server.ts'

const temp = makeTempFolder()
let server: RunningServer
const secrets: string[] = []

beforeAll(async () => {
  const { world } = await fillDemo(temp.folder, { now: TEST_AT, seed: 3 })
  server = await startServer({ port: 0, host: '127.0.0.1', dataFolder: temp.folder, now: () => TEST_AT })
  await server.writer.write('addStaff', {
    staff: {
      id: 'staff-lan' as StaffId,
      name: 'Trần Thị Ngọc Lan',
      role: 'keeper',
      warehouseId: world.warehouses[0]!.id,
      userName: 'ngoclan',
      passwordHash: null,
      pinHash: '$argon2id$planted',
      keyBox: null,
      active: 1,
      createdAt: TEST_AT,
    },
    changedBy: 'demo',
  })
  const { reader } = server
  const households = reader.all(reader.query.selectFrom('household').select('caseFileId'))
  const persons = households.flatMap(({ caseFileId }) => {
    const opened = server.persons.openUnseen(caseFileId)
    if (!opened.ok || !opened.value) throw new Error('a household cannot be opened')
    const { persons: all, address, howToFind } = opened.value
    return [
      caseFileId,
      address,
      howToFind,
      ...all.flatMap(({ name, phone, idNumber }) => [name, phone, idNumber]),
    ]
  })
  const devices = reader.all(reader.query.selectFrom('device').selectAll())
  const staff = reader.all(reader.query.selectFrom('staffMember').selectAll())
  const documents = reader.all(
    reader.query
      .selectFrom('document')
      .selectAll()
      .where('collection', 'in', ['caseFiles', 'consignments', 'donors']),
  )
  secrets.push(
    // What a list did not tell is empty.
    ...persons.filter((it): it is NonNullable<typeof it> => it !== undefined && it !== ''),
    ...devices.flatMap(({ id, name, tokenHash }) => [id, name, tokenHash]),
    // The demo's own user name is the word `demo`, which figures that are made up carry.
    ...staff
      .flatMap(({ id, name, userName, pinHash }): (string | null)[] => [id, name, userName, pinHash])
      .filter((it): it is string => it !== null && it !== DEMO_SIGN_IN.userName),
    ...documents.map(({ id }) => id),
    ...world.caseFiles.flatMap(({ code, communeCode }) => [code, communeCode]),
    ...DEMO_DONORS,
  )
})
afterAll(async () => {
  await server.close()
  temp.remove()
})

async function publishedPaths(): Promise<string[]> {
  const page = await (await fetch(`${server.url}/truong-hop`)).text()
  const codes = [...page.matchAll(/\/truong-hop\/(\w{10})/g)].map(([, code]) => code!)
  expect(codes.length).toBeGreaterThan(2)
  return codes.map((code) => `/truong-hop/${code}`)
}

test('no person, donor, device or case file is in any public answer, in no language, by no question', async () => {
  expect(secrets.length).toBeGreaterThan(200)
  const paths = [
    '/',
    '/truong-hop',
    ...(await publishedPaths()),
    '/?view=totals',
    '/api/public/stock',
    '/api/health',
    '/api/openapi.json',
    '/robots.txt',
    '/ho-so/bao.js',
    '/favicon.ico',
    '/nowhere',
  ]
  for (const category of ['staple', 'food', 'medical', 'other']) paths.push(`/?category=${category}`)
  for (const page of [2, 3]) paths.push(`/?page=${page}`)
  for (const search of ['a', 'nguoi', 'mau', 'ngoc lan', '0400', '4D-0001']) paths.push(`/?q=${search}`)
  for (const path of paths) {
    for (const language of ['vi', 'en']) {
      const answer = await fetch(server.url + path, { headers: { 'accept-language': language } })
      const told = [JSON.stringify([...answer.headers]), await answer.text()].join('\n')
      const asked = new URL(path, server.url).searchParams.get('q')?.toLowerCase()
      const found = secrets.filter((secret) => told.includes(secret) && secret.toLowerCase() !== asked)
      expect(found, path).toEqual([])
    }
  }
})

test('nothing of it is in the stream', async () => {
  const viewer = await openEvents(`${server.url}/api/public/stream`)
  const told = (await viewer.nextOf('stock')).data + (await viewer.nextOf('live')).data
  viewer.close()
  expect(secrets.filter((secret) => told.includes(secret))).toEqual([])
})
