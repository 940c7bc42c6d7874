import { expect, test } from 'vitest'
import type { Movement } from '#shared/movement/movement'
import type { Fact } from '#shared/sync/fact'
import type { Instant } from '#shared/time/time'
import { createPublicStockReader } from '../../../sync-server/public/read-public-stock.ts'
import type { RecordedFact } from '../../support/arbitrary-movements.ts'
import { handedOver } from '../../support/handed-over.ts'
import { LEDGER_AT, openTestLedger, readDerived, type TestLedger } from '../../support/test-ledger.ts'

async function withLedger<Value>(work: (ledger: TestLedger) => Promise<Value>): Promise<Value> {
  const ledger = openTestLedger()
  try {
    await ledger.knowPlaces()
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

function publicStock(ledger: TestLedger) {
  return createPublicStockReader(ledger.reader, { demo: false })(LEDGER_AT as Instant)
}

test('the public is told how many handovers are complete and how many wait, and one confirmed later is complete', () =>
  withLedger(async (ledger) => {
    await ledger.push(handedOver(['giver', 'recipient'], { n: 1 }))
    const [handover, giver, recipient] = handedOver(['giver', 'recipient'], {
      n: 2,
      handover: { consignmentId: 'con-2' },
    })
    const nobodyHome = { outcome: 'none', recipient: 'nobody', movementId: undefined, consignmentId: 'con-3' }
    const lines = [{ itemId: 'item:rice', lotId: 'item:rice~~~', delivered: 0, left: 5, reason: 'absent' }]
    await ledger.push(handedOver(['giver'], { n: 3, handover: { ...nobodyHome, lines } }))
    // A confirmation may come in before what it confirms.
    await ledger.push([recipient!])
    expect(publicStock(ledger).handovers).toEqual({ complete: 1, waiting: 0 })
    await ledger.push([handover!])
    expect(publicStock(ledger).handovers).toEqual({ complete: 1, waiting: 1 })
    await ledger.push([giver!])
    expect(publicStock(ledger).handovers).toEqual({ complete: 2, waiting: 0 })
  }))

test('a consignment handed over by two phones is kept twice, is one finding, and a correction closes it', () =>
  withLedger(async (ledger) => {
    await ledger.push([delivery(1, 'con-1', 'd1'), ...handedOver(['giver'], { n: 1 })])
    await ledger.push([delivery(2, 'con-1', 'd1'), ...handedOver(['giver'], { n: 2 })])
    const open = () => readDerived(ledger).findings.map(({ key }) => key)
    expect(readDerived(ledger).handovers).toHaveLength(2)
    expect(open().filter((key) => !key.startsWith('unknown'))).toEqual(['delivered-twice|con-1'])
    expect(publicStock(ledger).items.find(({ itemId }) => itemId === 'item:rice')).toMatchObject({
      delivered: 10,
      inQuestion: true,
    })

    const [second] = handedOver([], { n: 2 })
    const correction = { ...second!.fact, id: CORRECTION, deviceSeq: 5000, kind: 'handover-corrected' }
    await ledger.push([
      reversal(2),
      {
        ...second!,
        fact: { ...correction, body: corrected(second!.fact) } as unknown as Fact,
      },
    ])
    // Those that were never dispatched at all are below zero now, as they would have been with one phone.
    expect(open().filter((key) => !key.startsWith('unknown'))).toEqual([
      'below-zero|transit:con-1|item:rice~~~',
    ])
    expect(publicStock(ledger).items.find(({ itemId }) => itemId === 'item:rice')?.delivered).toBe(5)
    expect(readDerived(ledger).handovers.map(({ outcome }) => outcome)).toEqual(['all', 'none'])
    expect((await ledger.writer.write('rebuild', { at: LEDGER_AT })).differences).toEqual([])
  }))

test.each(['last', 'first'])(
  'a correction of another warehouse that comes %s counts, and is a finding',
  (place) =>
    withLedger(async (ledger) => {
      const known = handedOver(['giver', 'recipient'], { n: 1 })
      const { fact } = known[0]!
      const correction = (id: string, by: { readonly deviceId: string; readonly warehouseId: string }) => {
        const body = { ...corrected(fact, id), ...by }
        return [
          {
            ...by,
            fact: { ...fact, id, deviceSeq: 5000, kind: 'handover-corrected', body } as unknown as Fact,
          },
        ]
      }
      const own = correction(CORRECTION, { deviceId: 'd1', warehouseId: 'w1' })
      const pushes = [known, own, correction(ELSEWHERE, { deviceId: 'd3', warehouseId: 'w2' })]
      for (const push of place === 'last' ? pushes : pushes.toReversed()) await ledger.push(push)
      expect(publicStock(ledger).handovers).toEqual({ complete: 0, waiting: 0 })
      const { findings } = readDerived(ledger)
      expect(findings.filter(({ key }) => key.startsWith('corrected')).map(({ key }) => key)).toEqual([
        `corrected-elsewhere|${ELSEWHERE}`,
      ])
      expect((await ledger.writer.write('rebuild', { at: LEDGER_AT })).differences).toEqual([])
    }),
)

test('what a handover says against itself is found', () =>
  withLedger(async (ledger) => {
    const basis = { tick: 'red', tickAt: LEDGER_AT, snapshotAt: LEDGER_AT }
    const said = { otherTrip: true, withoutPin: true, identityMatched: false, farM: 3000, basis }
    await ledger.push(handedOver([], { n: 1, handover: said }))
    const [{ fact }] = handedOver([], { n: 1 }) as [RecordedFact]
    expect(readDerived(ledger).findings.map(({ key }) => key)).toEqual(
      ['handover-without-pin', 'identity-mismatch', 'other-trip', 'place-far', 'red-at-the-door'].map(
        (kind) => `${kind}|${fact.id}`,
      ),
    )
  }))

test('whoever was helped through another case file shows it by their papers, a neighbour by theirs does not', () =>
  withLedger(async (ledger) => {
    const helpedElsewhere = { on: '2026-11-12', opensOn: '2026-11-26' }
    const proxy = { consignmentId: 'con-2', recipient: 'proxy' }
    await ledger.push(handedOver([], { n: 1, handover: { helpedElsewhere } }))
    await ledger.push(handedOver([], { n: 2, handover: { ...proxy, helpedElsewhere } }))
    const [{ fact }] = handedOver([], { n: 1 }) as [RecordedFact]
    expect(readDerived(ledger).findings.map(({ key }) => key)).toEqual([`helped-elsewhere|${fact.id}`])
    expect((await ledger.writer.write('rebuild', { at: LEDGER_AT })).differences).toEqual([])
  }))

test('the same handover sent again is one, and another under its id is refused', () =>
  withLedger(async (ledger) => {
    await ledger.push(handedOver([], { n: 1 }))
    await ledger.push(handedOver([], { n: 1 }))
    await ledger.push(handedOver([], { n: 1, handover: { consignmentId: 'con-9' } }))
    expect(readDerived(ledger).handovers.map(({ consignmentId }) => consignmentId)).toEqual(['con-1'])
    const refused = ledger.reader.all(ledger.reader.query.selectFrom('refusedFact').select('refusal'))
    expect(refused.map(({ refusal }) => JSON.parse(refusal) as unknown)).toMatchObject([
      { kind: 'id-reused', field: 'body.consignmentId' },
    ])
  }))

test('everybody having confirmed is the last step of a case file’s life, and a correction takes it back', () =>
  withLedger(async (ledger) => {
    const step = () =>
      ledger.reader.get(
        ledger.reader.query
          .selectFrom('caseLife')
          .select('step')
          .where('caseFileId', '=', 'case-1' as never),
      )
    await ledger.push([delivery(1, 'con-1', 'd1'), ...handedOver(['giver'], { n: 1 })])
    expect(step()?.step).toBe('help')
    const [, , recipient] = handedOver(['giver', 'recipient'], { n: 1 })
    await ledger.push([recipient!])
    expect(step()?.step).toBe('confirmed')
    expect((await ledger.writer.write('rebuild', { at: LEDGER_AT })).differences).toEqual([])
  }))

const CORRECTION = '77777777-0000-7000-8000-999999999999'
const ELSEWHERE = '77777777-0000-7000-8000-888888888888'
const movementId = (n: number) => `66666666-0000-7000-8000-00000000000${n}`

function delivery(n: number, consignmentId: string, deviceId: string): RecordedFact {
  return movement(n, deviceId, 'delivery', {
    id: movementId(n),
    caseFileId: 'case-1',
    consignmentId,
    lines: [goods('transit:con-1', 'case-file:case-1')],
  })
}

function reversal(n: number): RecordedFact {
  return movement(n + 4, 'd1', 'reversal', {
    id: movementId(n + 4),
    reversesId: movementId(n),
    lines: [goods('case-file:case-1', 'transit:con-1')],
  })
}

function goods(fromId: string, toId: string) {
  return { itemId: 'item:rice', lotId: 'item:rice~~~', quantity: 5, fromId, toId }
}

function movement(n: number, deviceId: string, kind: Movement['kind'], body: object): RecordedFact {
  const head = { deviceId, warehouseId: 'w1', staffId: 'staff-1', occurredAt: '2026-11-22T03:00:00.000Z' }
  const fact = { id: movementId(n), deviceSeq: 2000 + n, recordedAt: head.occurredAt, kind: 'movement' }
  return {
    deviceId,
    warehouseId: 'w1',
    fact: { ...fact, body: { ...head, kind, ...body } } as unknown as Fact,
  }
}

function corrected({ body }: Fact, id = CORRECTION) {
  const { id: correctsId, deviceId, staffId, occurredAt, warehouseId } = body as Movement
  const lines = [{ itemId: 'item:rice', lotId: 'item:rice~~~', delivered: 0, left: 5, reason: 'other' }]
  const head = { id, deviceId, staffId, occurredAt, warehouseId }
  return { ...head, correctsId, reason: 'not-handed-over', lines, outcome: 'none' }
}
