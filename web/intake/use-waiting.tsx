import type { Item, ItemId } from '#shared/item/item'
import { learnItem, type LearnRefusal, type LearnRequest } from '#shared/item/learn-item'
import { learnPack, withPack } from '#shared/item/learn-pack'
import type { Lot } from '#shared/lot/lot'
import { err, ok, type Result } from '#shared/result'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import type { IntakeDraft } from '../draft/draft.ts'
import type { DraftActions } from '../draft/draft-actions.ts'
import type { ScanAnswer } from '../draft/use-scan-desk.tsx'
import { addWaiting, readWaiting, type WaitingCode } from '../draft/waiting-codes.ts'
import { goodsFrom } from '../item/read-code.ts'
import { recordFacts } from '../movement/record-facts.ts'
import { useTablet } from '../tablet-context.tsx'
import { lineOfWaiting } from './decide-intake.ts'
import { learnText } from './learn-text.ts'

const NOT_SAVED: ScanAnswer = { feedback: 'stopped' }

/** What is done about codes that wait for their name or their weight. */
export function useWaiting(actions: DraftActions<IntakeDraft>, onShown: (lineId: string) => void) {
  const { db, now, newId } = useTablet()

  /** Goods without a number that nobody has described: they wait for their card like an unknown code. */
  function addNameless(name: string): ItemId {
    const itemId = `item:${newId()}` as ItemId
    const lineId = newId()
    void actions.change((draft) => ({
      ...draft,
      typed: {
        ...addWaiting(draft.typed, { text: itemId, itemId, picked: true }, lineId),
        [`${lineId}.name`]: name,
      },
    }))
    return itemId
  }

  async function learn(request: LearnRequest): Promise<Result<Item, LearnRefusal | StorageRefusal>> {
    const learned = learnItem(request)
    if (!learned.ok) return learned
    const recorded = await recordFacts(db, [{ kind: 'item-learned', body: learned.value }])
    return recorded.ok ? learned : err(recorded.error)
  }

  /** From now on the code stands for a box of these goods. */
  async function learnBox(
    { code }: WaitingCode,
    item: Item,
    quantity: number,
  ): Promise<Result<Item, StorageRefusal>> {
    const learned = code.gtin && learnPack({ item, gtin: code.gtin, quantity }, learnText.vi.boxUnit)
    if (!learned) return ok(item)
    const recorded = await recordFacts(db, [{ kind: 'pack-learned', body: learned }])
    return recorded.ok ? ok(withPack(item, learned)) : recorded
  }

  /** The waiting code gets its line and its card goes, on disk as one; scanned once more meanwhile, it is counted so. */
  const settle = (
    waiting: WaitingCode,
    item: Item,
    quantityOf: (scans: number) => number,
    lot: Lot,
  ): Promise<ScanAnswer> =>
    actions.inTurn(async () => {
      const open = await actions.read()
      if (!open) return NOT_SAVED
      const { lineId } = waiting
      const newest = readWaiting(open.draft.typed).find((one) => one.lineId === lineId) ?? waiting
      const line = lineOfWaiting(newest, item, quantityOf(newest.scans), lot, open.draft, now())
      if (!line.ok) return { feedback: 'stopped', sentence: line.error }
      onShown(lineId)
      const settled = { put: [line.value], drop: [], settled: lineId }
      return (await actions.changeLines(open.draft.id, settled)) ? { feedback: 'taken' } : NOT_SAVED
    })

  const answerWaiting = (waiting: WaitingCode, item: Item, quantity: number, lot: Lot): Promise<ScanAnswer> =>
    settle(waiting, item, () => quantity, lot)

  /** Goods just learned: what was scanned of them becomes a line at once, unless they must be weighed. */
  async function settleLearned(
    waiting: WaitingCode,
    item: Item,
    lot: Lot,
    answer: (answer: ScanAnswer) => void,
  ): Promise<void> {
    const { quantity } = goodsFrom(item, waiting.code)
    if (quantity === undefined || waiting.code.picked) return
    answer(await settle(waiting, item, (scans) => quantity * scans, lot))
  }

  return { addNameless, learn, learnBox, answerWaiting, settleLearned }
}
