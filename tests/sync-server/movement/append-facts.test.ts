import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import type { Movement } from '#shared/movement/movement'
import { countStock, placeKey } from '#shared/stock/stock'
import { dayInVietnam } from '#shared/time/time'
import { arbitraryArrival, arbitraryHistory, cutIntoPushes } from '../../support/arbitrary-movements.ts'
import { openTestLedger, readDerived, type TestLedger } from '../../support/test-ledger.ts'
import type { Push, RecordedFact } from '../../support/arbitrary-movements.ts'

/** Each run opens a database of its own, with all its waits for the disk. */
const RUNS = 40
vi.setConfig({ testTimeout: 180_000 })

async function withLedger<Value>(work: (ledger: TestLedger) => Promise<Value>): Promise<Value> {
  const ledger = openTestLedger()
  try {
    return await work(ledger)
  } finally {
    await ledger.close()
  }
}

async function derivedAfter(pushes: readonly Push[], { placesKnown }: { placesKnown: 'first' | 'last' }) {
  return withLedger(async (ledger) => {
    if (placesKnown === 'first') await ledger.knowPlaces()
    for (const push of pushes) await ledger.push(push)
    if (placesKnown === 'last') await ledger.knowPlaces()
    return readDerived(ledger)
  })
}

const historyAndArrival = arbitraryHistory.chain((history) =>
  fc.tuple(fc.constant(history), arbitraryArrival(history)),
)

test('stock, totals, documents and open findings depend on which facts there are, not on how they arrived', async () => {
  await fc.assert(
    fc.asyncProperty(historyAndArrival, fc.boolean(), async ([history, arrival], late) => {
      const inOrder = await derivedAfter(cutIntoPushes(history, 50), { placesKnown: 'first' })
      const asArrived = await derivedAfter(arrival, { placesKnown: late ? 'last' : 'first' })
      expect(asArrived).toEqual(inOrder)
    }),
    { numRuns: RUNS },
  )
})

test('stock is what the ledger folds to, and the sum over all places is zero for each lot', async () => {
  await fc.assert(
    fc.asyncProperty(historyAndArrival, async ([history, arrival]) => {
      const { stock } = await derivedAfter(arrival, { placesKnown: 'first' })
      const rows = stock.filter(({ quantity }) => quantity !== 0)
      const inDatabase = new Map(
        rows.map(({ locationId, lotId, quantity }) => [
          placeKey(locationId as never, lotId as never),
          quantity,
        ]),
      )
      expect(inDatabase).toEqual(countStock(movementsOf(history)))

      const sumByLot = new Map<string, number>()
      for (const { lotId, quantity } of stock) sumByLot.set(lotId, (sumByLot.get(lotId) ?? 0) + quantity)
      for (const sum of sumByLot.values()) expect(sum).toBe(0)
    }),
    { numRuns: RUNS },
  )
})

test('below zero is open exactly where a held place is below zero, unless its goods were handed over twice', async () => {
  await fc.assert(
    fc.asyncProperty(historyAndArrival, async ([, arrival]) => {
      const { stock, findings } = await derivedAfter(arrival, { placesKnown: 'first' })
      const keys = new Set(findings.map(({ key }) => key))
      const below = stock
        .filter(({ quantity, locationKind }) => quantity < 0 && ['shelf', 'transit'].includes(locationKind))
        .filter(({ locationId }) => !keys.has(`delivered-twice|${locationId.replace('transit:', '')}`))
        .map(({ locationId, lotId }) => `below-zero|${locationId}|${lotId}`)
      const open = findings.map(({ key }) => key).filter((key) => key.startsWith('below-zero'))
      expect(open.toSorted()).toEqual(below.toSorted())
    }),
    { numRuns: RUNS },
  )
})

test('a false reversal is open exactly where a plain fold finds one, and a day counts what no other took back', async () => {
  let found = 0
  await fc.assert(
    fc.asyncProperty(historyAndArrival, fc.boolean(), async ([history, arrival], late) => {
      const { findings, dayTotals } = await derivedAfter(arrival, { placesKnown: late ? 'last' : 'first' })
      const open = findings
        .filter(({ key }) => key.startsWith('false-reversal'))
        .map(({ detail }) => JSON.parse(detail))
      const folded = falseReversals(movementsOf(history))
      expect(Object.fromEntries(open.map(({ movementId, fault }) => [movementId, fault]))).toEqual(folded)
      const undone = movementsOf(history).filter(({ kind, id }) => kind === 'reversal' && !(id in folded))
      const undoneIds = new Set(undone.map(({ reversesId }) => reversesId))
      const counted = movementsOf(history).filter(({ id }) => !undoneIds.has(id))
      for (const { on, ...counts } of dayTotals) {
        const kinds = counted
          .filter(({ occurredAt }) => dayInVietnam(occurredAt) === on)
          .map(({ kind }) => kind)
        const count = (kind: Movement['kind']) => kinds.filter((it) => it === kind).length
        expect(counts).toEqual({
          intakes: count('intake'),
          dispatches: count('dispatch'),
          deliveries: count('delivery'),
        })
      }
      found += open.length
    }),
    { numRuns: RUNS },
  )
  expect(found).toBeGreaterThan(RUNS / 4)
})

/** By what the words say and nothing cleverer: goods by goods, each against all others. */
function falseReversals(movements: readonly Movement[]): Record<string, string> {
  const faultById: Record<string, string> = {}
  const undone = new Set<string>()
  const reversals = movements
    .filter(({ kind }) => kind === 'reversal')
    .toSorted((a, b) => (a.occurredAt + a.id < b.occurredAt + b.id ? -1 : 1))
  for (const { id, reversesId, lines, warehouseId } of reversals) {
    const target = movements.find((movement) => movement.id === reversesId)
    const ways = [...lines, ...(target?.lines ?? [])].map(
      ({ lotId, fromId, toId }) => [lotId, fromId, toId] as const,
    )
    const sum = (all: Movement['lines'], [lotId, fromId, toId]: readonly [string, string, string]) =>
      all
        .filter((line) => line.lotId === lotId && line.fromId === fromId && line.toId === toId)
        .reduce((total, { quantity }) => total + quantity, 0)
    const fits = [...ways, ...ways.map(([lot, from, to]) => [lot, to, from] as const)].every(
      ([lot, from, to]) => sum(lines, [lot, from, to]) === sum(target?.lines ?? [], [lot, to, from]),
    )
    if (!target) faultById[id] = 'unknown'
    else if (target.kind === 'reversal') faultById[id] = 'reverses-a-reversal'
    else if (target.warehouseId !== warehouseId && target.kind !== 'transfer')
      faultById[id] = 'other-warehouse'
    else if (!fits) faultById[id] = 'other-goods'
    else if (undone.has(target.id)) faultById[id] = 'twice'
    else undone.add(target.id)
  }
  return faultById
}

test('the log is numbered 1, 2, 3 … in commit order, each fact once', async () => {
  await fc.assert(
    fc.asyncProperty(historyAndArrival, async ([history, arrival]) => {
      await withLedger(async (ledger) => {
        for (const push of arrival) await ledger.push(push)
        const { query } = ledger.reader
        const facts = ledger.reader.all(query.selectFrom('fact').select(['seq', 'id']).orderBy('seq'))
        expect(facts.map(({ seq }) => seq)).toEqual(history.map((_, index) => index + 1))
        expect(new Set(facts.map(({ id }) => id))).toEqual(new Set(history.map(({ fact }) => fact.id)))
      })
    }),
    { numRuns: 20 },
  )
})

function movementsOf(history: readonly RecordedFact[]) {
  return history
    .map(({ fact }) => fact)
    .filter((fact) => fact.kind === 'movement')
    .map(({ body }) => body)
}
