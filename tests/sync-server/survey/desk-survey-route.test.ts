import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { HouseholdAnswer } from '#shared/desk/desk-household-wire'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import type { SurveyAdd, SurveyTaken } from '#shared/desk/desk-survey-wire'
import type { Household } from '#shared/person/person'
import type { Instant } from '#shared/time/time'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { helpRequest } from '../../support/help-request.ts'
import { startTestServer, TEST_AT, type TestServer } from '../../support/test-server.ts'

const HOUSEHOLD: Household = {
  persons: [{ name: 'Lò Thị Pản', birthYear: 1950, phone: '0912000555' }, { name: 'Lò Văn Cháu' }],
  address: 'Bản Nà Sản',
  howToFind: 'sau trường học',
}

let server: TestServer
let verifier: DeskClient
let caseFileId: CaseFileId
let code: string

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  await server.addWarehouse('HN')
  verifier = await signInAs(server, 'verifier', { name: 'Chị Xác' }, TEST_AT)
  const request = helpRequest({ person: { name: 'bà Pản', phone: '0912000555' } })
  const { body } = await verifier.call<RequestReceipt>('POST', '/requests', request)
  caseFileId = body.caseFileId
  code = body.code
})
afterAll(() => server.close())

async function surveyWith(change: Partial<SurveyAdd> = {}, id: string = caseFileId) {
  const survey: SurveyAdd = {
    category: 'elderly',
    provinceCode: '01',
    communeCode: '00004',
    householdSize: 2,
    needs: [{ category: 'staple', quantity: 10_000, unit: 'kg' }],
    household: HOUSEHOLD,
    changedAt: await seenAt(),
    consent: { version: 'visit-2026-11', how: 'signed' },
    ...change,
  }
  return verifier.call<SurveyTaken & Refused>('POST', `/requests/${id}/survey`, survey)
}

async function seenAt(): Promise<Instant | null> {
  const path = `/case-files/${caseFileId}/household?numbers=shown`
  return (await verifier.call<HouseholdAnswer>('GET', path)).body.changedAt
}

function life() {
  const { reader } = server
  return reader.get(reader.query.selectFrom('caseLife').selectAll().where('caseFileId', '=', caseFileId))
}

test('what is not whole, not known or changed meanwhile is refused, and changes nothing', async () => {
  expect((await surveyWith({ householdSize: 0 })).status).toBe(400)
  expect((await surveyWith({ communeCode: '26734' })).body.error).toMatchObject({
    fields: [{ field: 'communeCode' }],
  })
  const nobody = { ...HOUSEHOLD, persons: [{ name: ' ' }] }
  expect((await surveyWith({ household: nobody })).status).toBe(400)
  expect((await surveyWith({ changedAt: '2020-01-01T00:00:00.000Z' })).status).toBe(409)
  expect((await surveyWith({ changedAt: null }, 'nobody-knows')).status).toBe(404)
  expect(life()).toMatchObject({ step: 'survey', surveyedBy: null })
})

test('a visit that is typed in counts like one from a phone: the household, the life, the tablets, and a look at it', async () => {
  const { status, body } = await surveyWith()
  expect(status).toBe(201)
  expect(body).toEqual({ caseFileId, doubts: [] })
  const opened = server.persons.openUnseen(caseFileId)
  expect(opened.ok && opened.value).toEqual(HOUSEHOLD)
  expect(life()).toMatchObject({ code, step: 'verification', doubts: 0, communeCode: '00004' })
  const { reader } = server
  const document = reader.get(reader.query.selectFrom('document').select('body').where('id', '=', caseFileId))
  expect(JSON.parse(document!.body)).toMatchObject({ code, tick: 'red', householdSize: 2 })
  const event = reader.get(
    reader.query
      .selectFrom('caseEvent')
      .select(['detail', 'by'])
      .where('caseFileId', '=', caseFileId)
      .where('kind', '=', 'surveyed'),
  )!
  expect(JSON.parse(event.detail)).toMatchObject({
    consent: { version: 'visit-2026-11', how: 'signed', at: TEST_AT },
  })
  expect(JSON.stringify(event)).not.toContain('Pản')
})

test('whoever surveyed may set yellow, and green is for somebody else', async () => {
  const tick = (body: object) =>
    verifier.call<Refused>('POST', `/case-files/${caseFileId}/tick?person=no`, body)
  expect((await tick({ tick: 'yellow' })).status).toBe(200)
  const green = await tick({ tick: 'green', reason: 'đã đến nhà' })
  expect(JSON.stringify(green.body)).toContain('You surveyed this case file')
})
