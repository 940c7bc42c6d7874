import { afterAll, beforeAll, expect, test } from 'vitest'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { Household } from '#shared/person/person'
import type { Instant } from '#shared/time/time'
import { handIn, makePart } from '../../support/part-hands.ts'
import { startTestServer, TEST_AT, type TestDevice, type TestServer } from '../../support/test-server.ts'

let server: TestServer
let device: TestDevice
const SURVEY = '01930000-0000-7000-8000-000000000001'
const FOUND: Household = {
  persons: [{ name: 'Lò Văn Pá', idNumber: '011060001234', birthYear: 1960 }],
  address: 'Bản Nà Sản',
  howToFind: 'sau trường học',
}

beforeAll(async () => {
  server = await startTestServer({ now: () => TEST_AT })
  device = await server.addDevice(await server.addWarehouse('A'))
})
afterAll(() => server.close())

test('what a visit found is known from then on, with the marks of its numbers', async () => {
  await found('case-1', FOUND, TEST_AT)
  expect(known('case-1')).toEqual(FOUND)
  const { query } = server.reader
  const marks = server.reader.all(
    query
      .selectFrom('householdMark')
      .select('kind')
      .where('caseFileId', '=', 'case-1' as CaseFileId),
  )
  expect(marks).toEqual([{ kind: 'id' }])
})

test('what was known before stays where the visit says nothing', async () => {
  const before = {
    persons: [{ name: 'lò văn  pá', phone: '0912000111' }],
    address: '',
    howToFind: 'hỏi trưởng bản',
  }
  await server.persons.put('case-2' as CaseFileId, before, 'desk')
  await found('case-2', { ...FOUND, howToFind: '' }, '2026-12-01T00:00:00.000Z')
  expect(known('case-2')).toEqual({
    persons: [{ ...FOUND.persons[0], phone: '0912000111' }],
    address: 'Bản Nà Sản',
    howToFind: 'hỏi trưởng bản',
  })
})

test('a visit that comes in after somebody corrected it at the desk takes nothing back', async () => {
  const corrected = {
    persons: [{ name: 'Lò Văn Phá', idNumber: '011060001234' }],
    address: 'Bản Mới',
    howToFind: '',
  }
  await server.persons.put('case-3' as CaseFileId, corrected, 'desk')
  await found('case-3', FOUND, '2020-01-01T00:00:00.000Z')
  expect(known('case-3')).toEqual({
    persons: [{ name: 'Lò Văn Phá', idNumber: '011060001234', birthYear: 1960 }],
    address: 'Bản Mới',
    howToFind: 'sau trường học',
  })
})

test('a survey that was looked over before its household had come is looked over once more', async () => {
  await survey('5')
  await server.preChecker.look()
  expect(lookedFor('5')).toEqual([['no-name', 'no-contact', 'no-place', 'no-needs']])
  await found('case-5', FOUND, TEST_AT)
  expect(lookedFor('5').at(-1)).toEqual(expect.not.arrayContaining(['no-name']))
  expect(lookedFor('5')).toHaveLength(2)
})

test('a look that does not count, since its survey is of a later time, is taken once and not without end', async () => {
  await survey('8')
  const visit = {
    id: 'later',
    caseFileId: 'case-8' as CaseFileId,
    kind: 'surveyed',
    by: 'staff-1',
    detail: {},
  } as const
  await server.writer.write('addCaseEvent', { ...visit, at: '2026-11-21T05:00:00.000Z' as Instant })
  await server.preChecker.look()
  expect(lookedFor('8')).toHaveLength(1)
})

test('a survey is looked over as soon as its household has come', async () => {
  await survey('7')
  expect(lookedFor('7')).toEqual([])
  await found('case-7', FOUND, TEST_AT)
  expect(lookedFor('7')).toEqual([expect.not.arrayContaining(['no-name'])])
})

/** The fact alone, as a phone sends it first. */
async function survey(n: string): Promise<void> {
  const id = SURVEY.replace(/1$/, n)
  const body = { category: 'elderly', provinceCode: '01', communeCode: '00004', householdSize: 2, needs: [] }
  const head = { deviceId: device.deviceId, staffId: 'staff-1', warehouseId: device.warehouseId }
  const consent = { version: '2026-11', how: 'read-aloud', at: TEST_AT }
  const about = {
    caseFileId: `case-${n}`,
    code: `KS-${n}`,
    occurredAt: TEST_AT,
    consent,
    parts: ['0'.repeat(64)],
  }
  const fact = {
    id,
    deviceSeq: 1,
    kind: 'survey',
    recordedAt: TEST_AT,
    body: { ...body, ...head, ...about, id },
  }
  expect((await device.push([fact])).results).toMatchObject([{ id }])
}

function lookedFor(n: string): string[][] {
  const { query } = server.reader
  const rows = server.reader.all(
    query
      .selectFrom('caseEvent')
      .select('detail')
      .where('caseFileId', '=', `case-${n}` as CaseFileId)
      .where('kind', '=', 'pre-checked')
      .orderBy('seq'),
  )
  return rows.map(({ detail }) => (JSON.parse(detail) as { doubts: string[] }).doubts)
}

test('a visit that comes in after its household was erased does not bring it back', async () => {
  await found('case-6', FOUND, TEST_AT)
  await server.persons.erase('case-6' as CaseFileId, null)
  await found('case-6', { ...FOUND, howToFind: 'từ máy đến sau' }, '2026-12-01T00:00:00.000Z')
  expect(known('case-6')).toBeNull()
})

test('what is no household is kept as it came, and nothing changes', async () => {
  const part = makePart(server, Buffer.from('{"household":1}'), {
    kind: 'survey',
    subjectId: SURVEY,
    caseFileId: 'case-4',
  })
  expect((await handIn(device, part)).state).toBe('refused')
  expect(known('case-4')).toBeNull()
})

async function found(caseFileId: string, household: Household, keptAt: string): Promise<void> {
  const plain = Buffer.from(JSON.stringify({ surveyId: SURVEY, household }))
  const part = makePart(server, plain, { kind: 'survey', subjectId: SURVEY, caseFileId, keptAt })
  expect((await handIn(device, part)).state).toBe('taken')
}

function known(caseFileId: string): Household | null {
  const opened = server.persons.openUnseen(caseFileId as CaseFileId)
  if (!opened.ok) throw new Error(opened.error.kind)
  return opened.value
}
