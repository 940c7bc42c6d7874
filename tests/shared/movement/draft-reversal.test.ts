import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { DeviceId } from '#shared/device/device'
import type { ItemId } from '#shared/item/item'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import { draftReversal } from '#shared/movement/draft-reversal'
import type { Movement, MovementId } from '#shared/movement/movement'
import { refuseMovementForm } from '#shared/movement/movement-rules'
import type { StaffId } from '#shared/staff/staff'
import { countStock } from '#shared/stock/stock'
import { instantFromMs } from '#shared/time/time'

const SIGNATURE = {
  movementId: '0190a1b2-0000-7000-8000-000000000009' as MovementId,
  deviceId: 'device-1' as DeviceId,
  staffId: 'keeper-1' as StaffId,
  warehouseId: 'kho-1' as WarehouseId,
  now: instantFromMs(Date.UTC(2026, 10, 21)),
}

function intakeOf(quantities: readonly number[], kind: Movement['kind'] = 'intake'): Movement {
  return {
    id: '0190a1b2-0000-7000-8000-000000000001' as MovementId,
    kind,
    deviceId: SIGNATURE.deviceId,
    staffId: SIGNATURE.staffId,
    occurredAt: instantFromMs(Date.UTC(2026, 10, 20)),
    warehouseId: SIGNATURE.warehouseId,
    lines: quantities.map((quantity, at) => {
      const itemId = `item:${at}` as ItemId
      return {
        itemId,
        lotId: lotId({ itemId }),
        quantity,
        fromId: 'donor:1' as LocationId,
        toId: 'shelf:1.1' as LocationId,
      }
    }),
  }
}

test('a movement and its reversal together move nothing', () => {
  const quantities = fc.array(fc.integer({ min: 1, max: 1e9 }), { minLength: 1, maxLength: 20 })
  fc.assert(
    fc.property(quantities, (numbers) => {
      const undone = intakeOf(numbers)
      const reversal = draftReversal({ undone, reason: 'ghi nhầm' }, SIGNATURE)
      if (!reversal.ok) throw new Error(reversal.error.kind)
      expect(countStock([undone, reversal.value]).size).toBe(0)
      expect(reversal.value.reversesId).toBe(undone.id)
      expect(refuseMovementForm(reversal.value)).toBeUndefined()
    }),
  )
})

test('a reversal without a reason, of a reversal, a second time or of another warehouse is refused', () => {
  const undone = intakeOf([5])
  const refusalOf = (request: Parameters<typeof draftReversal>[0], signature = SIGNATURE) => {
    const reversal = draftReversal(request, signature)
    return reversal.ok ? undefined : reversal.error.kind
  }
  expect(refusalOf({ undone, reason: '  ' })).toBe('reason-missing')
  expect(refusalOf({ undone: intakeOf([5], 'reversal'), reason: 'x' })).toBe('reverses-a-reversal')
  expect(refusalOf({ undone, reason: 'x', reversedById: SIGNATURE.movementId })).toBe('already-reversed')
  expect(refusalOf({ undone, reason: 'x' }, { ...SIGNATURE, warehouseId: 'kho-2' as WarehouseId })).toBe(
    'other-warehouse',
  )
})
