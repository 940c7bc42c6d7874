import type { Item } from '#shared/item/item'
import { parseLotId } from '#shared/lot/lot'
import { lacksDate } from '#shared/lot/lot-dates'
import { lotText } from '#shared/lot/lot-text'
import { LineList, type LineWords } from '../draft/line-list.tsx'
import type { DraftLine, IntakeDraft } from '../draft/draft.ts'
import { useClock } from '../draft/use-clock.tsx'
import type { DraftActions } from '../draft/draft-actions.ts'
import type { Typed } from '../draft/waiting-codes.ts'
import { shownCode } from '../item/shown-code.ts'
import { describeLot } from '../lot/describe-lot.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { intakeText } from './intake-text.ts'

export interface IntakeLinesProps {
  readonly lines: readonly DraftLine[]
  readonly items: ReadonlyMap<string, Item>
  readonly current: string | undefined
  readonly onSelect: (lineId: string) => void
  readonly actions: DraftActions<IntakeDraft>
  readonly typed: Typed
}

/** What was scanned in; yellow for what leaves soon or still lacks its date. */
export function IntakeLines({ lines, items, current, onSelect, actions, typed }: IntakeLinesProps) {
  const { language } = useLanguage()
  const text = useText(intakeText)
  const words = useText(lotText)
  const { today } = useClock()
  const describe = (line: DraftLine, item: Item | undefined): LineWords => {
    const lot = parseLotId(line.lotId)
    const about = describeLot(line.lotId, today, language)
    const dateMissing = item && lot && lacksDate(lot, item) && typed[`${line.id}.no-date`] !== '1'
    const parts = [
      about.words,
      about.soon,
      dateMissing ? words.noDate : undefined,
      line.barcode === undefined ? text.noCode : undefined,
    ].filter((part) => part !== undefined && part !== '')
    return {
      detail: parts.length > 0 ? parts.join(' · ') : shownCode(line.barcode ?? '', today),
      tone: dateMissing || about.soon !== undefined ? 'yellow' : undefined,
    }
  }
  return (
    <LineList
      label={text.scanned}
      lines={lines}
      items={items}
      current={current}
      onSelect={onSelect}
      describe={describe}
      typed={typed}
      onTakeBack={() => void actions.takeBack()}
      nothing={{ title: text.nothingYet, hint: text.nothingHint }}
    />
  )
}
