import { useEffect, useRef } from 'react'
import type { CaseFile, CaseFileId } from '#shared/case-file/case-file'
import { dispatchGate } from '#shared/case-file/dispatch-gate'
import { parseBarcode, type Barcode } from '#shared/gs1/parse-barcode'
import type { Item } from '#shared/item/item'
import { QUANTITY_MAX } from '#shared/item/quantity'
import type { LocationId } from '#shared/location/location'
import type { DispatchRefusal } from '#shared/movement/draft-dispatch'
import { sentenceForStop } from '#shared/movement/draft-text'
import { sentenceForRepeat } from '#shared/repeat/repeat-text'
import type { Result } from '#shared/result'
import type { LotInPlace } from '#shared/stock/fefo'
import { dayInVietnam, type Instant } from '#shared/time/time'
import { readCaseFile } from '../case-file/case-file-store.ts'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import type { DispatchDraft, DraftLine, LinesChange } from '../draft/draft.ts'
import { discardDraft, linesNow, type WaitingRefusal } from '../draft/draft-store.ts'
import { useDraft } from '../draft/use-draft.tsx'
import { TYPED_WORDS, type ScanAnswer } from '../draft/use-scan-desk.tsx'
import { addWaiting, type WaitingCode } from '../draft/waiting-codes.ts'
import { lookUpCode } from '../item/look-up-code.ts'
import { areWords, goodsFrom, type CodeMeaning } from '../item/read-code.ts'
import { judgeGroups } from '../repeat/judge-groups.ts'
import { lotsOnShelves } from '../lot/stock-store.ts'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { closeDispatch, type QuestionsRefusal } from './close-dispatch.ts'
import { decideDispatch } from './decide-dispatch.ts'
import { sentenceForCaseFileFirst } from './dispatch-text.ts'
import { withoutAnswers } from './open-questions.ts'
import { spreadQuantity } from './spread-quantity.ts'

const NOT_SAVED: ScanAnswer = { feedback: 'stopped' }

/** Everything a keeper does to an open dispatch; each step is on disk before it answers. */
export function useDispatch(
  identity: DeviceIdentity,
  fallbackShelf: LocationId | undefined,
  onShown: (lineId: string) => void,
) {
  const { db, now, newId } = useTablet()
  const staff = useStaff()
  const hand = useDraft('dispatch', () => ({
    kind: 'dispatch',
    id: newId(),
    openedAt: now(),
    staffId: staff.id,
    typed: {},
  }))
  const { actions } = hand
  const shown = useRef(onShown)
  useEffect(() => {
    shown.current = onShown
  })
  const today = () => dayInVietnam(now())

  /** Reads, decides and writes one thing after the other. What had waited for its weight is `settled` by it. */
  async function take(meaning: CodeMeaning, settled?: string): Promise<ScanAnswer> {
    const open = await actions.read()
    if (!open) return NOT_SAVED
    if (open.draft.caseFileId === undefined)
      return { feedback: 'stopped', sentence: sentenceForCaseFileFirst }
    const known = await readCaseFile(db, open.draft.caseFileId)
    const gate = dispatchGate(known?.caseFile, now())
    if (gate.kind === 'stopped') return { feedback: 'stopped', sentence: sentenceForStop(gate.reason) }
    if (meaning.kind === 'goods') {
      const repeat = await judgeGroups(db, open.draft.caseFileId, [meaning.item.category])
      if (repeat.kind === 'helped') return { feedback: 'stopped', sentence: sentenceForRepeat(repeat) }
    }

    const lots = meaning.kind === 'goods' ? await lotsOf(db, meaning.item) : []
    const shelves = { lots, fallback: fallbackShelf }
    const moment = { lineId: settled ?? newId(), now: now(), today: today() }
    const outcome = decideDispatch(meaning, open.draft, open.lines, shelves, moment)
    switch (outcome.kind) {
      case 'stopped':
        return { feedback: 'stopped', sentence: outcome.sentence }
      case 'asks': {
        const { code } = outcome
        const lineId = newId()
        const kept = await actions.change((draft) => ({
          ...draft,
          typed: addWaiting(draft.typed, code, lineId),
        }))
        return kept ? { feedback: 'to-weigh' } : NOT_SAVED
      }
      case 'refused':
      case 'taken':
      case 'again': {
        const { line } = outcome
        const lines =
          outcome.kind === 'refused'
            ? { put: [line], drop: [] }
            : spread(line, line.quantity, lots, open.lines)
        const [only, ...others] = lines.put
        // Before it is written, so that the card never shows other goods than the list.
        shown.current(line.id)
        const isKept =
          settled !== undefined
            ? await actions.changeLines(line.draftId, { ...lines, settled })
            : only?.id === line.id && others.length === 0
              ? await actions.putLine(only)
              : // A box holds more than its lot has left.
                await actions.changeLines(line.draftId, lines)
        if (!isKept) return NOT_SAVED
        return { feedback: outcome.kind === 'refused' ? 'stopped' : outcome.kind }
      }
    }
  }

  const takeCode = (barcode: Barcode, { typed = false } = {}): Promise<ScanAnswer> =>
    actions.inTurn(async () => {
      const { warehouseId } = identity
      const meaning = await lookUpCode(db, barcode, { today: today(), warehouseId })
      return typed && areWords(meaning) ? TYPED_WORDS : take(meaning)
    })

  const pickItem = (item: Item): Promise<ScanAnswer> =>
    actions.inTurn(() => take(goodsFrom(item, { text: item.id, itemId: item.id, picked: true })))

  /**
   * What a line takes: spread over the lots in the order they leave, and where the code named the lot over the shelves
   * that have it.
   */
  function spread(
    line: DraftLine,
    quantity: number,
    lots: readonly LotInPlace[],
    lines: readonly DraftLine[],
  ): LinesChange {
    const possible = saysLot(line.barcode, today()) ? lots.filter(({ lotId }) => lotId === line.lotId) : lots
    const { put, drop } = spreadQuantity(line, quantity, possible, lines, { newId, today: today() })
    return { put, drop: drop === undefined ? [] : [drop] }
  }

  const changeQuantity = (lineId: string, item: Item, next: (quantity: number) => number): Promise<boolean> =>
    actions.inTurn(async () => {
      const open = await actions.read()
      const line = open?.lines.find(({ id }) => id === lineId)
      if (!open || !line) return false
      const quantity = next(line.quantity)
      if (quantity < 1 || quantity > QUANTITY_MAX) return false
      return actions.changeLines(line.draftId, spread(line, quantity, await lotsOf(db, item), open.lines))
    })

  const setQuantity = (lineId: string, item: Item, quantity: number): Promise<boolean> =>
    changeQuantity(lineId, item, () => quantity)

  /** Adds to what is on disk by then, not to what is drawn: two quick presses of + are two more. */
  const stepBy = (lineId: string, item: Item, by: number): Promise<boolean> =>
    changeQuantity(lineId, item, (quantity) => quantity + by)

  /** Goods that had to be weighed get their line. */
  const answerWaiting = (waiting: WaitingCode, item: Item, quantity: number): Promise<ScanAnswer> =>
    actions.inTurn(() => take({ ...goodsFrom(item, waiting.code), quantity }, waiting.lineId))

  const choosePlace = (
    line: DraftLine,
    place: Pick<LotInPlace, 'lotId'> & Partial<LotInPlace>,
  ): Promise<boolean> =>
    actions.editLine(line.id, ({ refused: _refused, ...line }) => ({
      ...line,
      lotId: place.lotId,
      shelfId: place.locationId ?? line.shelfId,
      quantity: Math.max(1, line.quantity),
    }))

  const chooseCaseFile = (caseFileId: CaseFileId): Promise<boolean> =>
    actions.change(({ override: _override, ...draft }) => ({
      ...draft,
      caseFileId,
      typed: draft.caseFileId === caseFileId ? draft.typed : withoutAnswers(draft.typed),
    }))

  const close = (
    draft: DispatchDraft,
    lines: readonly DraftLine[],
    known: { readonly caseFile: CaseFile | undefined; readonly snapshotAt: Instant },
  ): Promise<Result<string, DispatchRefusal | WaitingRefusal | QuestionsRefusal | StorageRefusal>> =>
    actions.inTurn(async () =>
      closeDispatch(db, draft, await linesNow(db, draft.id, lines), known, {
        deviceId: identity.deviceId,
        warehouseId: identity.warehouseId,
        staffId: staff.id,
        now: now(),
      }),
    )

  return {
    hand,
    takeCode,
    pickItem,
    setQuantity,
    stepBy,
    answerWaiting,
    choosePlace,
    chooseCaseFile,
    close,
    discard: (draftId: string) => discardDraft(db, draftId),
  }
}

/** An open dispatch and all that can be done to it. */
export type Dispatch = ReturnType<typeof useDispatch>

/** What the books say of an item, in the shape that FEFO is decided on. */
export async function lotsOf(db: LedgerDatabase, item: Pick<Item, 'id'>): Promise<LotInPlace[]> {
  const lots = await lotsOnShelves(db, item.id)
  return lots.map(({ lotId, shelfId, quantity }) => ({ lotId, locationId: shelfId, quantity }))
}

/** Whether the code on the goods named their lot or date, so that no other lot may be booked for them. */
function saysLot(barcode: string | undefined, today: ReturnType<typeof dayInVietnam>): boolean {
  if (barcode === undefined) return false
  const parsed = parseBarcode({ text: barcode }, today)
  if (!parsed.ok || parsed.value.kind !== 'gs1') return false
  const { lotNumber, expiresOn, bestBeforeOn } = parsed.value
  return (lotNumber ?? expiresOn ?? bestBeforeOn) !== undefined
}
