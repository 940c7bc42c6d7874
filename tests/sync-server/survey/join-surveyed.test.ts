import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { RequestAnswer, RequestPage, RequestReceipt } from '#shared/desk/desk-request-wire'
import type { Mark } from '#shared/person/mark'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { helpRequest } from '../../support/help-request.ts'
import { handIn, makePart } from '../../support/part-hands.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let desk: DeskClient
let device: TestDevice
let number = 0

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  device = await server.addDevice(await server.addWarehouse('HN'))
  desk = await signInAs(server, 'coordinator', { name: 'Chị Điều' }, TEST_AT)
})
afterAll(() => server.close())

test.each([
  ['the survey', 'the household', [send, handOver]],
  ['the household', 'the survey', [handOver, send]],
] as const)(
  'who asked before and is met on the road is one case, the surveyed one, when %s comes before %s',
  async (_first, _second, steps) => {
    const asked = await ask()
    const met = meet(asked.phone, asked.name)
    for (const step of steps) await step(met)
    const { rows } = (await desk.call<RequestPage>('GET', '/requests?step=verification')).body
    expect(rows.find(({ caseFileId }) => caseFileId === met.caseFileId)).toMatchObject({ sources: 2 })
    expect(await waiting()).not.toContain(asked.caseFileId)
    await server.markKeeper.look()
    const both = [asked.caseFileId, met.caseFileId].toSorted()
    expect(phoneMarkOf(met.caseFileId)).toMatchObject({ caseFileIds: both, households: 1 })

    const { from } = (await desk.call<RequestAnswer>('GET', `/requests/${met.caseFileId}`)).body
    const mergeId = from.flatMap(({ merges }) => merges)[0]!.mergeId
    await desk.call('POST', `/requests/${met.caseFileId}/unmerge`, { mergeId })
    await handOver({ ...met, again: true })
    expect(await waiting()).toContain(asked.caseFileId)
  },
)

test('where tablets know the other one too, people compare them: nothing is joined', async () => {
  const asked = await ask()
  const { userId } = await verifier()
  await desk.call('POST', `/requests/${asked.caseFileId}/assign`, { staffId: userId })
  const met = meet(asked.phone, asked.name)
  await send(met)
  await handOver(met)
  expect(await waiting()).toContain(asked.caseFileId)
  await server.preChecker.look()
  const { doubtsNow } = (await desk.call<RequestAnswer>('GET', `/requests/${met.caseFileId}`)).body
  expect(doubtsNow.map(({ kind }) => kind)).toContain('same-phone')
})

interface Met {
  readonly id: string
  readonly caseFileId: CaseFileId
  readonly phone: string
  readonly name: string
  readonly again?: true
}

async function ask() {
  number++
  const [name, phone] = [`Lường Văn ${'ABCDEF'[number]}`, `091200022${number}`]
  const request = helpRequest({ person: { name, phone }, address: '' })
  const { body } = await desk.call<RequestReceipt>('POST', '/requests', request)
  return { caseFileId: body.caseFileId, name, phone }
}

function meet(phone: string, name: string): Met {
  const id = `01930000-0000-7000-8000-${String(number).padStart(12, '0')}`
  return { id, caseFileId: `met-${number}` as CaseFileId, phone, name }
}

function phoneMarkOf(caseFileId: CaseFileId): Mark | undefined {
  const { query } = server.reader
  const rows = server.reader.all(
    query.selectFrom('document').select('body').where('collection', '=', 'marks'),
  )
  return rows
    .map(({ body }) => JSON.parse(body) as Mark)
    .find(({ kind, caseFileIds }) => kind === 'phone' && caseFileIds.includes(caseFileId))
}

async function waiting(): Promise<string[]> {
  const { rows } = (await desk.call<RequestPage>('GET', '/requests')).body
  return rows.map(({ caseFileId }) => caseFileId)
}

let sent = 0
async function send({ id, caseFileId }: Met): Promise<void> {
  const body = {
    id,
    caseFileId,
    code: `KS-${id.slice(-3)}`,
    deviceId: device.deviceId,
    staffId: 'staff-1',
    warehouseId: device.warehouseId,
    occurredAt: TEST_AT,
    category: 'elderly',
    provinceCode: '01',
    communeCode: '00004',
    householdSize: 2,
    needs: [],
    consent: { version: 'visit-2026-11', how: 'read-aloud', at: TEST_AT },
    parts: ['0'.repeat(64)],
  }
  const { results } = await device.push([
    { id, deviceSeq: ++sent, kind: 'survey', recordedAt: TEST_AT, body },
  ])
  expect(results).toMatchObject([{ seq: expect.any(Number) }])
}

async function handOver({ id, caseFileId, phone, name, again }: Met): Promise<void> {
  const household = { persons: [{ name, phone }], address: again ? 'bản Mới' : 'bản Nà', howToFind: '' }
  const plain = Buffer.from(JSON.stringify({ surveyId: id, household }))
  const part = makePart(server, plain, { kind: 'survey', subjectId: id, caseFileId, keptAt: TEST_AT })
  expect((await handIn(device, part)).state).toBe('taken')
}

async function verifier(): Promise<{ readonly userId: string }> {
  const { reader } = server
  const row = reader.get(
    reader.query.selectFrom('staffMember').select('id').where('role', '=', 'coordinator'),
  )
  return { userId: row!.id }
}
