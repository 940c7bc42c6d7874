import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import { msFromInstant } from '#shared/time/time'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { readRemoved } from './removed-line.ts'
import { draftText, formatAgo } from './draft-text.ts'
import { newestFirst } from './draft-lines.ts'
import type { DraftLine } from './draft.ts'
import { useClock } from './use-clock.tsx'
import type { Typed } from './waiting-codes.ts'
import './draft.css'

export interface LineWords {
  readonly detail: string
  readonly tone?: 'yellow' | 'red' | undefined
  /** Instead of the quantity, for what was not taken. */
  readonly figure?: string | undefined
}

export interface LineListProps {
  readonly label: string
  readonly lines: readonly DraftLine[]
  readonly items: ReadonlyMap<string, Item>
  readonly current: string | undefined
  readonly onSelect: (lineId: string) => void
  readonly describe: (line: DraftLine, item: Item | undefined) => LineWords
  readonly typed: Typed
  readonly onTakeBack: () => void
  /** Said while there is no line yet. */
  readonly nothing: { readonly title: string; readonly hint: string }
}

/** What was done so far, the newest first; pressing a line brings it into the card. */
export function LineList(props: LineListProps) {
  const { label, lines, items, current, onSelect, describe, typed, onTakeBack, nothing } = props
  const { now } = useClock()
  const { language } = useLanguage()
  const text = useText(draftText)
  const newest = newestFirst(lines)
  const dropped = readRemoved(typed)
  // The next scan says that all is well.
  const removed = dropped && !(newest[0] && newest[0].scannedAt > dropped.at) ? dropped.line : undefined
  const removedItem = removed && items.get(removed.itemId)
  return (
    <>
      {removed && (
        <div className="undo-bar">
          <span>
            {text.dropped(
              removedItem
                ? `${removedItem.name} · ${formatQuantity(removed.quantity, removedItem, language)}`
                : '',
            )}
          </span>
          <Button icon="undo" onClick={onTakeBack}>
            {text.undo}
          </Button>
        </div>
      )}
      {lines.length === 0 && (
        <EmptyState icon="scan" title={nothing.title}>
          <p>{nothing.hint}</p>
        </EmptyState>
      )}
      <ul className="rows" aria-label={label}>
        {newest.map((line) => {
          const item = items.get(line.itemId)
          const words = describe(line, item)
          return (
            <li key={line.id}>
              <button
                type="button"
                className={`row ${words.tone ?? 'plain'}`}
                aria-current={line.id === current}
                onClick={() => onSelect(line.id)}
              >
                <span className="title">{item?.name ?? line.barcode ?? line.itemId}</span>
                <span className="figure">
                  {words.figure ?? (item ? formatQuantity(line.quantity, item, language) : line.quantity)}
                </span>
                <span className="detail">{words.detail}</span>
                <span className="figure-detail">
                  {formatAgo(msFromInstant(now) - msFromInstant(line.scannedAt), text)}
                </span>
              </button>
            </li>
          )
        })}
      </ul>
    </>
  )
}
