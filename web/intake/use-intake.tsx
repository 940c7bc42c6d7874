import { useEffect, useRef } from 'react'
import type { Barcode } from '#shared/gs1/parse-barcode'
import type { Item } from '#shared/item/item'
import type { IntakeRefusal } from '#shared/movement/draft-intake'
import { lotId, type Lot } from '#shared/lot/lot'
import { dayInVietnam } from '#shared/time/time'
import type { Result } from '#shared/result'
import type { LocationId } from '#shared/location/location'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import type { DraftLine, IntakeDraft } from '../draft/draft.ts'
import { discardDraft, linesNow, type WaitingRefusal } from '../draft/draft-store.ts'
import { useDraft } from '../draft/use-draft.tsx'
import { TYPED_WORDS, type ScanAnswer } from '../draft/use-scan-desk.tsx'
import { addWaiting } from '../draft/waiting-codes.ts'
import { lookUpCode } from '../item/look-up-code.ts'
import { areWords, goodsFrom } from '../item/read-code.ts'
import { sentenceForLabel } from '../item/read-code-text.ts'
import { listShelves } from '../location/location-store.ts'
import { rememberShelf } from '../location/usual-shelf.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { closeIntake, type DatesRefusal } from './close-intake.ts'
import { decideIntake, type IntakeOutcome } from './decide-intake.ts'
import { moveToLot } from './move-to-lot.ts'
import { useWaiting } from './use-waiting.tsx'

const NOT_SAVED: ScanAnswer = { feedback: 'stopped' }

/** Everything a keeper does to an open intake; each step is on disk before it answers. */
export function useIntake(
  identity: DeviceIdentity,
  shelfId: LocationId | undefined,
  onShown: (lineId: string) => void,
) {
  const { db, now, newId } = useTablet()
  const staff = useStaff()
  const fresh = (): IntakeDraft => ({
    kind: 'intake',
    id: newId(),
    openedAt: now(),
    staffId: staff.id,
    typed: {},
    ...(shelfId !== undefined && { shelfId }),
  })
  const hand = useDraft('intake', fresh)
  /** The shelf that is shown is the shelf that counts and stays, also of an intake opened before any was known. */
  const read: typeof hand.actions.read = async () => {
    const open = await hand.actions.read()
    if (!open || open.draft.shelfId !== undefined || shelfId === undefined) return open
    await hand.actions.change((draft) => ({ shelfId, ...draft }))
    return { ...open, draft: { ...open.draft, shelfId } }
  }
  const actions = { ...hand.actions, read }
  const shown = useRef(onShown)
  useEffect(() => {
    shown.current = onShown
  })

  const waiting = useWaiting(actions, (lineId) => shown.current(lineId))

  async function settle(outcome: IntakeOutcome): Promise<ScanAnswer> {
    switch (outcome.kind) {
      case 'stopped':
        return { feedback: 'stopped', sentence: outcome.sentence }
      case 'shelf':
        return chooseShelf(outcome.shelfId)
      case 'asks': {
        const { code } = outcome
        const lineId = newId()
        const kept = await actions.change((draft) => ({
          ...draft,
          typed: addWaiting(draft.typed, code, lineId),
        }))
        return kept ? { feedback: outcome.what === 'name' ? 'unknown' : 'to-weigh' } : NOT_SAVED
      }
      case 'taken':
      case 'again': {
        // Before it is written, so that the card never shows other goods than the list, however slow the disk is.
        shown.current(outcome.line.id)
        return (await actions.putLine(outcome.line)) ? { feedback: outcome.kind } : NOT_SAVED
      }
    }
  }

  async function chooseShelf(chosen: LocationId): Promise<ScanAnswer> {
    const shelves = await listShelves(db)
    if (!shelves.some(({ id }) => id === chosen)) {
      return { feedback: 'stopped', sentence: sentenceForLabel('shelf') }
    }
    await rememberShelf(db, chosen)
    const kept = await actions.change((draft) => ({ ...draft, shelfId: chosen }))
    return kept ? { feedback: 'taken' } : NOT_SAVED
  }

  function moment() {
    return { lineId: newId(), now: now(), today: dayInVietnam(now()) }
  }

  /** One scan after the other: read, decide, write, answer. */
  const takeCode = (barcode: Barcode, { typed = false } = {}): Promise<ScanAnswer> =>
    actions.inTurn(async () => {
      const open = await actions.read()
      if (!open) return NOT_SAVED
      const { warehouseId } = identity
      const meaning = await lookUpCode(db, barcode, { today: dayInVietnam(now()), warehouseId })
      if (typed && areWords(meaning)) return TYPED_WORDS
      return settle(decideIntake(meaning, open.draft, open.lines, moment()))
    })

  /** Goods chosen by name: pieces are one more, what is weighed waits for its weight. */
  const pickItem = (item: Item): Promise<ScanAnswer> =>
    actions.inTurn(async () => {
      const open = await actions.read()
      if (!open) return NOT_SAVED
      const meaning = goodsFrom(item, { text: item.id, itemId: item.id, picked: true })
      return settle(decideIntake(meaning, open.draft, open.lines, moment()))
    })

  /** That many of a line, or all of it, are of another lot than it says. */
  const moveLot = (lineId: string, quantity: number | undefined, lot: Lot): Promise<ScanAnswer> =>
    actions.inTurn(async () => {
      const open = await actions.read()
      if (!open) return NOT_SAVED
      const moved = moveToLot(open.lines, { lineId, quantity, lotId: lotId(lot) }, moment())
      if (!moved.ok) return { feedback: 'stopped', sentence: moved.error }
      shown.current(moved.value.lineId)
      return (await actions.changeLines(open.draft.id, moved.value)) ? { feedback: 'taken' } : NOT_SAVED
    })

  /** Brings a line into the card: the next scan of its code adds to it, also after the page has died. */
  const selectLine = (lineId: string): void => {
    shown.current(lineId)
    void actions.editLine(lineId, (line) => ({ ...line, touchedAt: now() }))
  }

  const close = (
    draft: IntakeDraft,
    lines: readonly DraftLine[],
  ): Promise<Result<string, IntakeRefusal | WaitingRefusal | DatesRefusal | StorageRefusal>> =>
    actions.inTurn(async () =>
      closeIntake(db, draft, await linesNow(db, draft.id, lines), {
        deviceId: identity.deviceId,
        warehouseId: identity.warehouseId,
        staffId: staff.id,
        now: now(),
      }),
    )

  return {
    ...waiting,
    hand,
    takeCode,
    pickItem,
    chooseShelf,
    moveLot,
    selectLine,
    close,
    discard: (draftId: string) => discardDraft(db, draftId),
  }
}

/** An open intake and all that can be done to it. */
export type Intake = ReturnType<typeof useIntake>
