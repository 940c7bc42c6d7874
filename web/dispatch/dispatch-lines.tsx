import { formatDay } from '#shared/i18n/numbers'
import type { Item } from '#shared/item/item'
import { isLocalDate } from '#shared/time/time'
import { LineList, type LineWords } from '../draft/line-list.tsx'
import type { DispatchDraft, DraftLine } from '../draft/draft.ts'
import { useClock } from '../draft/use-clock.tsx'
import type { DraftActions } from '../draft/draft-actions.ts'
import type { Typed } from '../draft/waiting-codes.ts'
import { describeLot } from '../lot/describe-lot.ts'
import { useLanguage, useText } from '../ui/language.tsx'
import { dispatchText } from './dispatch-text.ts'

export interface DispatchLinesProps {
  readonly lines: readonly DraftLine[]
  readonly items: ReadonlyMap<string, Item>
  readonly codeByShelf: ReadonlyMap<string, string>
  readonly current: string | undefined
  readonly onSelect: (lineId: string) => void
  readonly actions: DraftActions<DispatchDraft>
  readonly typed: Typed
}

/** What was taken, and in red what may not leave. */
export function DispatchLines(props: DispatchLinesProps) {
  const { lines, items, codeByShelf, current, onSelect, actions, typed } = props
  const { language } = useLanguage()
  const text = useText(dispatchText)
  const { today } = useClock()
  const describe = (line: DraftLine): LineWords => {
    if (line.refused) {
      const day = line.refused.detail ?? ''
      return {
        detail: text.expired(isLocalDate(day) ? formatDay(day) : day),
        tone: 'red',
        figure: text.refusedFigure,
      }
    }
    const about = describeLot(line.lotId, today, language)
    const parts = [codeByShelf.get(line.shelfId) ?? line.shelfId, about.words, about.soon]
    return { detail: parts.filter((part) => part !== undefined && part !== '').join(' · ') }
  }
  return (
    <LineList
      label={text.taken}
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
