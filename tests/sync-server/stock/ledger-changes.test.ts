import { expect, test } from 'vitest'
import type { Movement, MovementKind } from '#shared/movement/movement'
import { applyMovement, createLedgerChanges } from '../../../sync-server/stock/ledger-changes.ts'
import { createFactMaker } from '../../support/make-fact.ts'

const ITEM = 'item:gao'
const make = createFactMaker({ deviceId: 'device-1', warehouseId: 'w1' } as never)

function dispatchedAfter(...steps: readonly (readonly [MovementKind, string, string, number])[]): number {
  const changes = createLedgerChanges()
  for (const [index, [kind, fromId, toId, quantity]] of steps.entries()) {
    const lines = [{ itemId: ITEM, fromId, toId, quantity }]
    applyMovement(changes, index + 1, make.movement({ kind, lines }).body satisfies Movement)
  }
  return changes.items.get(ITEM)!.dispatched
}

const SHELF = 'shelf:1.1'
const WAY = 'transit:CS-1'
const HOME = 'case-file:HS-1'
const dispatch = ['dispatch', SHELF, WAY, 10] as const

test('goods that are brought back have not left the shelves', () => {
  expect(dispatchedAfter(dispatch, ['give-back', WAY, SHELF, 4])).toBe(6)
  expect(dispatchedAfter(dispatch, ['delivery', WAY, HOME, 10], ['give-back', HOME, SHELF, 3])).toBe(7)
})

test('what is taken back again stands as it was before', () => {
  expect(dispatchedAfter(dispatch, ['reversal', WAY, SHELF, 10])).toBe(0)
  expect(dispatchedAfter(dispatch, ['give-back', WAY, SHELF, 4], ['reversal', SHELF, WAY, 4])).toBe(10)
})
