import { expect, test } from 'vitest'
import type { Item, ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'
import type { IntakeDraft } from '../../../web/draft/draft.ts'
import { decideIntake } from '../../../web/intake/decide-intake.ts'
import { goodsFrom, type ScannedCode } from '../../../web/item/read-code.ts'

const now = '2026-11-21T02:00:00.000Z' as Instant
const rice: Item = {
  id: 'item:gao' as ItemId,
  name: 'Gạo',
  category: 'staple',
  baseUnit: 'gram',
  unit: 'kg',
  packs: [],
  dates: 'none',
}
const draft: IntakeDraft = {
  kind: 'intake',
  id: 'draft',
  openedAt: now,
  staffId: 'lan' as StaffId,
  shelfId: 'shelf:1.1' as LocationId,
  typed: {},
}
const code: ScannedCode = { text: '123', itemId: rice.id }
const moment = { lineId: 'line', now, today: '2026-11-21' as LocalDate }

test('known goods that are weighed ask for their weight, never for their name', () => {
  expect(decideIntake(goodsFrom(rice, code), draft, [], moment)).toMatchObject({
    kind: 'asks',
    what: 'quantity',
  })
})

test('a code that nobody knows asks for its name', () => {
  expect(decideIntake({ kind: 'unknown', code }, draft, [], moment)).toMatchObject({
    kind: 'asks',
    what: 'name',
  })
})
