import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { HandoverList } from '#shared/desk/desk-handover-wire'
import type { Fact } from '#shared/sync/fact'
import { signInAs, type DeskClient } from '../../support/desk-client.ts'
import { handedOver } from '../../support/handed-over.ts'
import { handIn, makePart, type MadePart } from '../../support/part-hands.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

const PERSON = 'Đỗ Thị Nhận'

let server: TestServer
let device: TestDevice
let verifier: DeskClient
let auditor: DeskClient
let recipient: MadePart
let facts: Fact[]
beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  device = await server.addDevice(await server.addWarehouse('HN'), 'Máy của Hoa')
  verifier = await signInAs(server, 'verifier', {}, TEST_AT)
  auditor = await signInAs(server, 'auditor', {}, TEST_AT)
  facts = factsOf(['giver'])
  const { id } = facts[0]!
  recipient = makePart(
    server,
    Buffer.from(JSON.stringify({ handoverId: id, proxy: { name: PERSON, why: 'con gái' } })),
    { kind: 'recipient', subjectId: id },
  )
  const [handover, giver] = factsOf(['giver'], { parts: [recipient.hash, 'a'.repeat(64)] })
  facts = [handover!, giver!]
  await device.push(facts)
})
afterAll(() => server.close())

async function list(by: DeskClient) {
  const { body } = await by.call<HandoverList>('GET', '/case-files/case-1/handovers')
  return body.handovers
}

test('the desk sees how a handover stands, who is missing, and which of its parts has arrived, but nobody by name', async () => {
  await handIn(device, recipient)
  const [handover] = await list(auditor)
  expect(handover).toMatchObject({
    consignmentId: 'con-1',
    deviceName: 'Máy của Hoa',
    outcome: 'all',
    complete: false,
    missing: ['recipient'],
    confirmations: [{ kind: 'giver' }],
    lines: [{ lotId: 'item:rice~~~', delivered: 5, left: 0, reason: null }],
    parts: [
      { hash: recipient.hash, kind: 'recipient' },
      { hash: 'a'.repeat(64), kind: null },
    ],
  })
  expect(JSON.stringify(handover)).not.toContain(PERSON)
})

test('who took the goods is told to who may see persons, and the look is noted', async () => {
  expect((await auditor.call('GET', `/parts/${recipient.hash}`)).status).toBe(403)
  const seen = await verifier.call('GET', `/parts/${recipient.hash}`)
  expect(seen.body).toMatchObject({ proxy: { name: PERSON } })
  const reads = server.reader.all(server.reader.query.selectFrom('personRead').selectAll())
  expect(reads).toEqual([expect.objectContaining({ staffId: verifier.me.id, caseFileId: 'case-1' })])
})

test('a part that is no record of a handover is refused and kept', async () => {
  const wrong = makePart(server, Buffer.from(JSON.stringify({ name: PERSON })), { kind: 'signature' })
  expect(await handIn(device, wrong)).toMatchObject({ state: 'refused' })
})

test('what was erased with the person is not said to be still on a phone', async () => {
  await server.persons.erase('case-1' as CaseFileId, null)
  const [handover] = await list(auditor)
  expect(handover!.parts).toEqual([{ hash: 'a'.repeat(64), kind: null }])
})

function factsOf(later: Parameters<typeof handedOver>[0], handover = {}): Fact[] {
  const { deviceId, warehouseId } = device
  return handedOver(later, { n: 4, handover }).map(({ fact }, index) => ({
    ...fact,
    deviceSeq: index + 1,
    body: { ...fact.body, deviceId, warehouseId },
  })) as Fact[]
}
