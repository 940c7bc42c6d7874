import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseFile } from '#shared/case-file/case-file'
import { LEDGER_AT, openTestLedger, type TestLedger } from '../../support/test-ledger.ts'

let ledger: TestLedger
let number = 0

beforeEach(async () => {
  ledger = openTestLedger()
  number = 0
  await ledger.knowPlaces()
})
afterEach(() => ledger.close())

test('a household that was found in the field becomes a case file that tablets know, red until it is verified', async () => {
  await survey('new-1', '2026-11-21T02:00:00.000Z', 6)
  expect(document('new-1')).toMatchObject({ code: 'KS-1', householdSize: 6, tick: 'red', tickUntil: null })
  expect(life('new-1')).toMatchObject({ step: 'verification', source: 'field', surveyedBy: 'staff-1' })
})

test('a visit to a case file brings it up to date and leaves its tick', async () => {
  await survey('case-1', '2026-11-21T02:00:00.000Z', 6)
  expect(document('case-1')).toMatchObject({ code: 'case-1', householdSize: 6, tick: 'green' })
})

test('of two visits the later one speaks, whichever came in first', async () => {
  await survey('case-1', '2026-11-22T02:00:00.000Z', 7)
  await survey('case-1', '2026-11-21T02:00:00.000Z', 6)
  expect(document('case-1')).toMatchObject({ householdSize: 7 })
  expect(life('case-1')).toMatchObject({ surveyedBy: 'staff-1' })
})

test('a visit that a clock hours ahead puts into the future happened when it came in, so that a tick can follow it', async () => {
  await survey('new-1', '2026-11-24T03:00:00.000Z', 6)
  expect(document('new-1')).toMatchObject({ tick: 'red', tickAt: LEDGER_AT })
  expect(life('new-1')).toMatchObject({ step: 'verification', since: LEDGER_AT })
})

test('sent twice it counts once; under the name of another device it is refused and kept', async () => {
  const fact = await survey('new-1', '2026-11-21T02:00:00.000Z', 6)
  await ledger.push([{ deviceId: 'd1', warehouseId: 'w1', fact: fact as never }])
  expect(events('new-1', 'surveyed')).toHaveLength(1)

  const other = { ...fact, id: uuid(90), body: { ...fact.body, id: uuid(90), deviceId: 'd2' } }
  await ledger.push([{ deviceId: 'd1', warehouseId: 'w1', fact: other as never }])
  expect(events('new-1', 'surveyed')).toHaveLength(1)
  const { query } = ledger.reader
  expect(ledger.reader.all(query.selectFrom('refusedFact').select('refusal'))).toHaveLength(1)
})

test('goods that left for a household that a visit of the same moment makes known are judged, whichever is first', async () => {
  const dispatch = (n: number) => {
    const id = uuid(100 + n)
    const head = { deviceId: 'd1', staffId: 'staff-1', occurredAt: LEDGER_AT, warehouseId: 'w1' }
    const goods = { itemId: 'item:soap', lotId: 'item:soap~~~', quantity: 1 }
    const lines = [{ ...goods, fromId: 'shelf:w1.1', toId: `transit:con-${n}` }]
    const body = { id, kind: 'dispatch', ...head, lines, caseFileId: `new-${n}` }
    return {
      deviceId: 'd1',
      warehouseId: 'w1',
      fact: { id, deviceSeq: 100 + n, kind: 'movement', recordedAt: LEDGER_AT, body },
    }
  }
  const visit = (n: number) => ({
    deviceId: 'd1',
    warehouseId: 'w1',
    fact: visitFact(`new-${n}`, '2026-11-21T02:00:00.000Z', 4),
  })
  await ledger.push([dispatch(1), visit(1), visit(2), dispatch(2)] as never)
  const { query } = ledger.reader
  const open = query.selectFrom('finding').select('key').where('open', '=', 1).where('key', 'like', '%tick%')
  expect(ledger.reader.all(open.orderBy('key')).map(({ key }) => key)).toEqual([
    `tick-not-green|${uuid(101)}`,
    `tick-not-green|${uuid(102)}`,
  ])
  expect(life('new-1')).toMatchObject({ step: life('new-2')!.step })
  expect(await ledger.writer.write('rebuild', { at: LEDGER_AT })).toMatchObject({ equal: true })
})

async function survey(caseFileId: string, at: string, householdSize: number) {
  const fact = visitFact(caseFileId, at, householdSize)
  await ledger.push([{ deviceId: 'd1', warehouseId: 'w1', fact: fact as never }])
  return fact
}

function visitFact(caseFileId: string, at: string, householdSize: number) {
  number++
  const id = uuid(number)
  const body = {
    id,
    caseFileId,
    code: `KS-${number}`,
    deviceId: 'd1',
    staffId: 'staff-1',
    warehouseId: 'w1',
    occurredAt: at,
    category: 'elderly',
    provinceCode: '01',
    communeCode: '00004',
    householdSize,
    needs: [],
    consent: { version: '2026-11', how: 'read-aloud', at },
    parts: ['0'.repeat(64)],
  }
  return { id, deviceSeq: number, kind: 'survey', recordedAt: at, body }
}

function uuid(of: number): string {
  return `01930000-0000-7000-8000-${String(of).padStart(12, '0')}`
}

function document(id: string): CaseFile {
  const { query } = ledger.reader
  const row = ledger.reader.get(
    query.selectFrom('document').select('body').where('collection', '=', 'caseFiles').where('id', '=', id),
  )
  return JSON.parse(row!.body) as CaseFile
}

function life(id: string) {
  const { query } = ledger.reader
  return ledger.reader.get(
    query
      .selectFrom('caseLife')
      .selectAll()
      .where('caseFileId', '=', id as never),
  )
}

function events(id: string, kind: string) {
  const { query } = ledger.reader
  return ledger.reader.all(
    query
      .selectFrom('caseEvent')
      .select('id')
      .where('caseFileId', '=', id as never)
      .where('kind', '=', kind as never),
  )
}
