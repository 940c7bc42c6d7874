import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { formatQuantity } from '#shared/item/quantity'
import { daysBetween, type LocalDate } from '#shared/time/time'
import { useLanguage, useText } from '../ui/language.tsx'
import { Row } from '../ui/list.tsx'
import type { StockRowShown } from './arrange-stock.ts'
import { stockText } from './stock-text.ts'
import type { StockLine } from './stock-view-store.ts'

interface StockRowProps {
  readonly row: StockRowShown
  readonly today: LocalDate
  readonly onItem: (itemId: string) => void
}

const SOON_DAYS = 30

export function StockRow({ row, today, onItem }: StockRowProps) {
  const text = useText(stockText)
  const { language } = useLanguage()
  switch (row.kind) {
    case 'shelf':
      return (
        <h3 className="stock-shelf">
          {text.shelf(row.name)}{' '}
          <small className="quiet">{text.lines(formatNumber(row.lineCount, language))}</small>
        </h3>
      )
    case 'item': {
      const first = row.lines[0]!
      const soonest = row.lines
        .filter(({ quantity, leavesBefore }) => quantity > 0 && leavesBefore !== undefined)
        .map(({ leavesBefore }) => leavesBefore!)
        .sort()[0]
      const shelves = new Set(row.lines.map(({ shelfId }) => shelfId)).size
      const lots = text.lots(formatNumber(row.lines.length, language), formatNumber(shelves, language))
      return (
        <Row
          title={nameOf(first)}
          detail={[lots, soonest && leaveWords(first, soonest)].filter(Boolean).join(' · ')}
          figure={quantityOf(first, row.quantity)}
          figureDetail={hintOf(first, row.quantity, row.pending)}
          tone={row.quantity < 0 ? 'red' : soonest === undefined ? undefined : toneOf(soonest)}
          onPress={() => onItem(row.key)}
        />
      )
    }
    case 'line': {
      const { line } = row
      const lot = line.lot?.lotNumber
      return (
        <Row
          title={nameOf(line)}
          detail={[
            text.shelf(line.shelf?.code ?? line.shelfId),
            lot === undefined ? text.noLot : text.lot(lot),
            line.leavesBefore && leaveWords(line, line.leavesBefore),
          ]
            .filter(Boolean)
            .join(' · ')}
          figure={quantityOf(line, line.quantity)}
          figureDetail={hintOf(line, line.quantity, line.pending)}
          tone={line.quantity < 0 ? 'red' : line.leavesBefore && toneOf(line.leavesBefore)}
        />
      )
    }
  }

  function nameOf({ item, itemId }: StockLine): string {
    return (language === 'en' ? item?.nameEn : undefined) ?? item?.name ?? text.unknownItem(itemId)
  }

  function quantityOf({ item }: StockLine, quantity: number): string {
    return item ? formatQuantity(quantity, item, language) : formatNumber(quantity, language)
  }

  function hintOf(line: StockLine, quantity: number, pending: number): string | undefined {
    const hints = [
      ...(quantity < 0 ? [text.inQuestion] : []),
      ...(pending === 0 ? [] : [text.pending((pending > 0 ? '+' : '') + quantityOf(line, pending))]),
    ]
    return hints.length > 0 ? hints.join(' · ') : undefined
  }

  function leaveWords(line: StockLine, day: LocalDate): string {
    const bestBefore = line.item?.dates === 'best-before'
    const left = daysBetween(today, day)
    if (left < 0 && !bestBefore) return text.expired(formatDay(day))
    const words = bestBefore ? text.bestBefore(formatDay(day)) : text.expires(formatDay(day))
    if (left > SOON_DAYS || left < 0) return words
    return `${words} · ${left === 0 ? text.today : text.daysLeft(formatNumber(left, language))}`
  }

  function toneOf(day: LocalDate): 'yellow' | 'red' | undefined {
    const left = daysBetween(today, day)
    return left < 0 ? 'red' : left <= SOON_DAYS ? 'yellow' : undefined
  }
}
