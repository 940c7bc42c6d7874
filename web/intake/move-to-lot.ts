import type { Sentence } from '#shared/i18n/text'
import { sentenceForQuantity } from '#shared/item/parse-quantity-text'
import { QUANTITY_MAX, unitSize } from '#shared/item/quantity'
import type { Item } from '#shared/item/item'
import type { LotId } from '#shared/lot/lot'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { LINES_MAX } from '#shared/movement/movement'
import { err, ok, type Result } from '#shared/result'
import { countedLines } from '../draft/draft-lines.ts'
import type { DraftLine, LinesChange } from '../draft/draft.ts'
import type { Moment } from './decide-intake.ts'
import { sentenceForLessLeft, sentenceForSameLot } from './intake-text.ts'

export interface LotMove {
  readonly lineId: string
  /** Base units; undefined for the whole line. */
  readonly quantity: number | undefined
  readonly lotId: LotId
}

/** What changes, and the line that the goods are on now. */
export interface LotMoved extends LinesChange {
  readonly lineId: string
}

/**
 * Goods of a line turn out to be of another lot: that many go to a line of their own, or to the one that has this lot
 * on this shelf already. The sum over all lines stays what it was.
 */
export function moveToLot(
  lines: readonly DraftLine[],
  { lineId, quantity, lotId }: LotMove,
  { lineId: newLineId, now }: Pick<Moment, 'lineId' | 'now'>,
): Result<LotMoved, Sentence> {
  const counted = countedLines(lines)
  const line = counted.find(({ id }) => id === lineId)
  const moved = quantity ?? line?.quantity ?? 0
  if (!line || moved > line.quantity) return err(sentenceForLessLeft)
  const twin = counted.find(
    (one) => one.id !== line.id && one.lotId === lotId && one.shelfId === line.shelfId,
  )
  if (twin && twin.quantity + moved > QUANTITY_MAX) {
    return err(sentenceForQuantity({ kind: 'quantity-too-large' }))
  }
  if (moved === line.quantity) {
    const whole = { ...line, lotId }
    return ok({
      put: [twin ? together(whole, twin) : whole],
      drop: twin ? [twin.id] : [],
      lineId: line.id,
    })
  }

  if (lotId === line.lotId) return err(sentenceForSameLot)
  if (!twin && counted.length >= LINES_MAX) {
    return err(sentenceForDraft({ kind: 'too-many-lines', linesMax: LINES_MAX }))
  }
  const piece = { ...line, id: newLineId, lotId, quantity: moved, scans: 1, scannedAt: now }
  const target = twin ? together({ ...twin, scannedAt: now }, piece) : piece
  const rest = { ...line, quantity: line.quantity - moved, scans: Math.max(1, line.scans - 1) }
  return ok({ put: [rest, target], drop: [], lineId: target.id })
}

/** How much "only the one just scanned" is: one scan, or one of its unit where the line is no more than that. */
export function lastScanned(line: DraftLine, item: Item): number {
  const unit = unitSize(item)
  const scan = line.lastScan ?? unit
  return scan < line.quantity ? scan : unit
}

/** Two lines of one lot are one, and the codes of both lead to it from now on. */
function together(kept: DraftLine, gone: DraftLine): DraftLine {
  const codes = new Set([...codesOf(kept), ...codesOf(gone)])
  codes.delete(kept.barcode ?? '')
  return {
    ...kept,
    quantity: kept.quantity + gone.quantity,
    scans: kept.scans + gone.scans,
    ...(codes.size > 0 && { otherBarcodes: [...codes] }),
  }
}

function codesOf({ barcode, otherBarcodes }: DraftLine): readonly string[] {
  return [barcode ?? '', ...(otherBarcodes ?? [])]
}
