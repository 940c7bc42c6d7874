import type { Sentence } from '#shared/i18n/text'
import type { Item } from '#shared/item/item'
import { QUANTITY_MAX } from '#shared/item/quantity'
import { sentenceForQuantity } from '#shared/item/parse-quantity-text'
import { isExpired } from '#shared/lot/is-expired'
import { lotId, type Lot } from '#shared/lot/lot'
import { sentenceForLotDate } from '#shared/lot/lot-text'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { LINES_MAX } from '#shared/movement/movement'
import type { LocationId } from '#shared/location/location'
import { err, ok, type Result } from '#shared/result'
import type { Instant, LocalDate } from '#shared/time/time'
import { countedLines, lineToAddTo } from '../draft/draft-lines.ts'
import type { DraftLine, IntakeDraft } from '../draft/draft.ts'
import type { WaitingCode } from '../draft/waiting-codes.ts'
import type { CodeMeaning, ScannedCode } from '../item/read-code.ts'
import { sentenceForShelfFirst } from './intake-text.ts'

/** What a scan does to an open intake. What `asks` has no line yet: a person must say what it is, or how much. */
export type IntakeOutcome =
  | { readonly kind: 'taken' | 'again'; readonly line: DraftLine; readonly item: Item }
  | { readonly kind: 'asks'; readonly what: 'name' | 'quantity'; readonly code: ScannedCode }
  | { readonly kind: 'shelf'; readonly shelfId: LocationId }
  | { readonly kind: 'stopped'; readonly sentence: Sentence }

export interface Moment {
  readonly lineId: string
  readonly now: Instant
  readonly today: LocalDate
}

/** Decides without writing: the same code again adds to its line, expired goods are stopped at the door. */
export function decideIntake(
  meaning: CodeMeaning,
  { shelfId, id: draftId }: IntakeDraft,
  lines: readonly DraftLine[],
  { lineId, now, today }: Moment,
): IntakeOutcome {
  switch (meaning.kind) {
    case 'refused':
      return { kind: 'stopped', sentence: meaning.sentence }
    case 'shelf':
      return meaning
    case 'unknown':
      return { kind: 'asks', what: 'name', code: meaning.code }
    case 'goods':
  }
  const { code, item, lot, quantity, lotSaid } = meaning
  if (lot.expiresOn && isExpired(lot, today)) {
    return {
      kind: 'stopped',
      sentence: sentenceForLotDate({ kind: 'lot-expired', expiresOn: lot.expiresOn }),
    }
  }
  if (shelfId === undefined) return { kind: 'stopped', sentence: sentenceForShelfFirst }
  if (quantity === undefined) return { kind: 'asks', what: 'quantity', code }

  const barcode = code.picked ? undefined : code.text
  const before = lineToAddTo(lines, { itemId: item.id, barcode, lotId: lotId(lot), lotSaid, shelfId })
  if (!before && countedLines(lines).length >= LINES_MAX) {
    return { kind: 'stopped', sentence: sentenceForDraft({ kind: 'too-many-lines', linesMax: LINES_MAX }) }
  }
  const sum = (before?.quantity ?? 0) + quantity
  if (sum > QUANTITY_MAX) {
    return { kind: 'stopped', sentence: sentenceForQuantity({ kind: 'quantity-too-large' }) }
  }
  if (before) {
    const line = { ...before, quantity: sum, lastScan: quantity, scans: before.scans + 1, scannedAt: now }
    return { kind: 'again', line, item }
  }
  const line = {
    id: lineId,
    draftId,
    itemId: item.id,
    lotId: lotId(lot),
    quantity,
    lastScan: quantity,
    shelfId,
    scannedAt: now,
    scans: 1,
    ...(barcode !== undefined && { barcode }),
  }
  return { kind: 'taken', line, item }
}

/** The line of a code that waited for its name or weight: always one of its own, so that answering twice counts once. */
export function lineOfWaiting(
  waiting: WaitingCode,
  item: Item,
  quantity: number,
  lot: Lot,
  { id: draftId, shelfId }: IntakeDraft,
  now: Instant,
): Result<DraftLine, Sentence> {
  if (shelfId === undefined) return err(sentenceForShelfFirst)
  const { code, lineId, scans } = waiting
  return ok({
    id: lineId,
    draftId,
    itemId: item.id,
    lotId: lotId({ ...lot, itemId: item.id }),
    quantity,
    shelfId,
    scannedAt: now,
    scans,
    ...(!code.picked && { barcode: code.text }),
  })
}
