import { expect, test } from 'vitest'
import type { ItemId } from '#shared/item/item'
import type { LocationId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import type { StaffId } from '#shared/staff/staff'
import type { Instant, LocalDate } from '#shared/time/time'
import { planRestore } from '../../../web/database/plan-restore.ts'
import type { DraftLine, IntakeDraft } from '../../../web/draft/draft.ts'

const at = '2026-11-21T02:00:00.000Z' as Instant
const itemId = 'item:sua' as ItemId
const draft: IntakeDraft = { kind: 'intake', id: 'draft', openedAt: at, staffId: 'lan' as StaffId, typed: {} }

function line(id: string, quantity: number, expiresOn: string): DraftLine {
  const lot = lotId({ itemId, expiresOn: expiresOn as LocalDate })
  const shelfId = 'shelf:1.1' as LocationId
  return { id, draftId: 'draft', itemId, lotId: lot, quantity, shelfId, scannedAt: at, scans: 1 }
}

test('goods that went from one line to another come back on both sides or on neither', () => {
  const before = line('one', 25, '2026-12-31')
  const moved = { put: [line('one', 24, '2026-12-31'), line('two', 1, '2027-03-31')], drop: [] }
  const together = { put: [line('two', 25, '2027-03-31')], drop: ['one'] }
  const entries = [
    { kind: 'draft', change: 1, draft },
    { kind: 'line', change: 2, line: before },
    { kind: 'lines', change: 3, ...moved },
    { kind: 'lines', change: 4, ...together },
  ] as const
  const nothing = { drafts: [], lines: [] }
  const lost = { deviceSeq: 0, draftChange: 0 }
  expect(planRestore(entries.slice(0, 3), lost, nothing)?.drafts?.lines).toEqual(moved.put)
  expect(planRestore(entries, lost, nothing)?.drafts?.lines).toEqual(together.put)
  const had = { deviceSeq: 0, draftChange: 3 }
  expect(planRestore(entries, had, { drafts: [draft], lines: moved.put })?.drafts?.lines).toEqual(
    together.put,
  )
})
