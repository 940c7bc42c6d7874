import fc from 'fast-check'
import * as v from 'valibot'
import { expect, test } from 'vitest'
import type { CaseFile } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { DeviceId } from '#shared/device/device'
import { slipCode } from '#shared/gs1/slip-code'
import { parseOwnLabel } from '#shared/gs1/own-label'
import type { ItemId } from '#shared/item/item'
import { ANONYMOUS_DONOR, type LocationId, type WarehouseId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import { draftDelivery } from '#shared/movement/draft-delivery'
import { draftDispatch, type DispatchRequest } from '#shared/movement/draft-dispatch'
import { draftIntake } from '#shared/movement/draft-intake'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { MovementSchema, type Movement, type MovementId } from '#shared/movement/movement'
import { refuseMovementForm } from '#shared/movement/movement-rules'
import type { Signature } from '#shared/movement/signature'
import type { StaffId } from '#shared/staff/staff'
import { countStock } from '#shared/stock/stock'
import type { Instant, LocalDate } from '#shared/time/time'

const signature: Signature = {
  movementId: '01996f00-0000-7000-8000-000000000001' as MovementId,
  deviceId: 'may-1' as DeviceId,
  staffId: 'lan' as StaffId,
  warehouseId: 'kho-1' as WarehouseId,
  now: '2026-11-21T02:00:00.000Z' as Instant,
}
const shelfId = 'shelf:1.1' as LocationId
const itemId = 'item:gao' as ItemId
const goods = { itemId, lotId: lotId({ itemId }), quantity: 5, shelfId }
const expired = { ...goods, lotId: lotId({ itemId, expiresOn: '2026-11-20' as LocalDate }) }
const expiresToday = { ...goods, lotId: lotId({ itemId, expiresOn: '2026-11-21' as LocalDate }) }
const green = {
  id: 'h-0412' as CaseFile['id'],
  tick: 'green',
  tickAt: '2026-11-12T02:00:00.000Z' as Instant,
  tickUntil: null,
} as const
const consignmentId = '5-0000-0000-00' as ConsignmentId
const dispatch: DispatchRequest = {
  caseFile: green,
  consignmentId,
  snapshotAt: signature.now,
  lines: [goods],
}
const linesOf = fc
  .array(
    fc.record({ quantity: fc.integer({ min: 1, max: 1_000_000 }), day: fc.integer({ min: 1, max: 28 }) }),
    { minLength: 1, maxLength: 200 },
  )
  .map((rows) =>
    rows.map(({ quantity, day }) => ({
      itemId,
      lotId: lotId({ itemId, expiresOn: `2027-01-${String(day).padStart(2, '0')}` as LocalDate }),
      quantity,
      shelfId,
    })),
  )

function isLawful(movement: Movement) {
  expect(v.is(MovementSchema, movement)).toBe(true)
  expect(refuseMovementForm(movement)).toBeUndefined()
  const sum = [...countStock([movement]).values()].reduce((a, b) => a + b, 0)
  expect(sum).toBe(0)
}

test('every draft is a lawful movement whose sum over all places is zero', () => {
  fc.assert(
    fc.property(linesOf, (lines) => {
      for (const draft of [
        draftIntake({ donorId: ANONYMOUS_DONOR, lines }, signature),
        draftDispatch({ ...dispatch, lines }, signature),
        draftDelivery({ consignmentId, caseFileId: green.id, lines }, signature),
      ]) {
        expect(draft.ok).toBe(true)
        if (draft.ok) isLawful(draft.value)
      }
    }),
  )
})

test('expired goods neither come in nor leave, and those of the last day do both', () => {
  expect(draftIntake({ donorId: ANONYMOUS_DONOR, lines: [expired] }, signature)).toMatchObject({
    error: { kind: 'lot-expired', line: 0 },
  })
  expect(draftDispatch({ ...dispatch, lines: [expired] }, signature)).toMatchObject({
    error: { kind: 'lot-expired' },
  })
  expect(draftIntake({ donorId: ANONYMOUS_DONOR, lines: [expiresToday] }, signature).ok).toBe(true)
  expect(draftDispatch({ ...dispatch, lines: [expiresToday] }, signature).ok).toBe(true)
})

test('an intake without donor or goods, with half a piece or too many lines is refused with a sentence', () => {
  const kinds = [
    draftIntake({ donorId: undefined, lines: [goods] }, signature),
    draftIntake({ donorId: ANONYMOUS_DONOR, lines: [] }, signature),
    draftIntake({ donorId: ANONYMOUS_DONOR, lines: [{ ...goods, quantity: 1.5 }] }, signature),
    draftIntake({ donorId: ANONYMOUS_DONOR, lines: [{ ...goods, quantity: 1e12 }] }, signature),
    draftIntake({ donorId: ANONYMOUS_DONOR, lines: Array.from({ length: 201 }, () => goods) }, signature),
  ].map((result) => {
    if (result.ok) return 'taken'
    expect(sentenceForDraft(result.error).vi).toMatch(/\./)
    return result.error.kind
  })
  expect(kinds).toEqual([
    'donor-missing',
    'no-lines',
    'quantity-not-whole',
    'quantity-too-large',
    'too-many-lines',
  ])
})

test('a dispatch carries what the tablet knew of the tick', () => {
  const draft = draftDispatch(dispatch, signature)
  expect(draft.ok && draft.value.basis).toEqual({
    tick: 'green',
    tickAt: green.tickAt,
    snapshotAt: signature.now,
  })
})

test('a yellow tick needs a reason and a second person who is not the first', () => {
  const yellow = { ...dispatch, caseFile: { ...green, tick: 'yellow' as const } }
  const by = (staffId: string, reason: string) => ({
    ...yellow,
    override: { staffId: staffId as StaffId, reason },
  })
  expect(draftDispatch(yellow, signature)).toMatchObject({ error: { kind: 'second-person-missing' } })
  expect(draftDispatch(by('lan', 'gấp'), signature)).toMatchObject({ error: { kind: 'second-person-same' } })
  expect(draftDispatch(by('minh', ' '), signature)).toMatchObject({ error: { kind: 'reason-missing' } })
  const draft = draftDispatch(by('minh', ' nhà vừa cháy '), signature)
  expect(draft.ok && draft.value.basis?.override).toEqual({ staffId: 'minh', reason: 'nhà vừa cháy' })
})

test('help that comes too soon is stopped, with the day from which it is open again', () => {
  const repeat = {
    kind: 'helped',
    group: 'food',
    on: '2026-11-12' as LocalDate,
    opensOn: '2026-11-26' as LocalDate,
    elsewhere: false,
  } as const
  const draft = draftDispatch({ ...dispatch, repeat }, signature)
  expect(draft).toMatchObject({ error: { kind: 'helped-before', on: '2026-11-12', opensOn: '2026-11-26' } })
  expect(!draft.ok && sentenceForDraft(draft.error).vi).toContain('mở lại từ 26/11/2026')
})

test('two households on one phone need a second person and a reason, whatever the tick', () => {
  const shared = { ...dispatch, sharedPhone: true }
  expect(draftDispatch(shared, signature)).toMatchObject({ error: { kind: 'second-person-missing' } })
  const override = { staffId: 'minh' as StaffId, reason: 'hai anh em, hai nhà' }
  const draft = draftDispatch({ ...shared, override }, signature)
  expect(draft.ok && draft.value.basis).toMatchObject({ tick: 'green', override })
})

test('red, run out and unknown case files let nothing leave', () => {
  const reasons = [
    { ...green, tick: 'red' as const },
    { ...green, tickUntil: '2026-11-20T02:00:00.000Z' as Instant },
    undefined,
  ].map((caseFile) => {
    const draft = draftDispatch({ ...dispatch, caseFile }, signature)
    return !draft.ok && draft.error.kind === 'case-file-stopped' && draft.error.reason
  })
  expect(reasons).toEqual(['red', 'expired', 'unknown'])
})

test('the number of a slip is a label of ours, the same for one movement and different for two', () => {
  const uuid = fc.uuid({ version: 7 })
  fc.assert(
    fc.property(uuid, uuid, (a, b) => {
      const [one, other] = [slipCode('receipt', a as MovementId), slipCode('receipt', b as MovementId)]
      expect(parseOwnLabel(one)).toMatchObject({ ok: true, value: { family: 'receipt' } })
      expect(one).toBe(slipCode('receipt', a as MovementId))
      expect(one === other).toBe(a === b)
    }),
  )
})
