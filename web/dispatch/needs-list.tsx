import type { Need } from '#shared/case-file/case-file'
import { formatNeed, needBaseUnit } from '#shared/case-file/need'
import type { NeedProgress } from '#shared/case-file/needs-progress'
import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import type { Item } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { unitSize } from '#shared/item/quantity'
import { orderFefo, type LotInPlace } from '#shared/stock/fefo'
import { parseLotId } from '#shared/lot/lot'
import type { LocalDate } from '#shared/time/time'
import { describeLot } from '../lot/describe-lot.ts'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { dispatchText } from './dispatch-text.ts'

export interface NeedsListProps {
  readonly progress: readonly NeedProgress[]
  readonly itemById: ReadonlyMap<string, Item>
  /** What lies on the shelves for each need, by its place in the list. */
  readonly lots: readonly (readonly LotInPlace[])[]
  readonly codeByShelf: ReadonlyMap<string, string>
  readonly today: LocalDate
}

/** What the case file asks for, how much of it is taken, and where to take it next. */
export function NeedsList({ progress, itemById, lots, codeByShelf, today }: NeedsListProps) {
  const { language } = useLanguage()
  const text = useText(dispatchText)
  if (progress.length === 0) return <p className="quiet">{text.noNeeds}</p>
  return (
    <ul className="needs" aria-label={text.needs}>
      {progress.map(({ need, taken }, index) => {
        const next = orderFefo(lots[index] ?? [], today)[0]
        const goodsOf = ({ lotId }: LotInPlace) =>
          need.itemId === undefined ? (itemById.get(parseLotId(lotId)?.itemId ?? '')?.name ?? '') : ''
        const about = next && describeLot(next.lotId, today, language)
        const where = next
          ? text.takeAt(
              goodsOf(next),
              codeByShelf.get(next.locationId) ?? next.locationId,
              about?.words ?? '',
            )
          : text.notOnShelves
        const over = taken - need.quantity
        return (
          // A need has no id: the list of a case file keeps its order.
          // oxlint-disable-next-line react/no-array-index-key
          <li key={index}>
            <Card>
              <div className="need">
                <span className="name">{nameOfNeed(need, itemById, language)}</span>
                <progress
                  value={Math.min(taken, need.quantity)}
                  max={need.quantity}
                  aria-label={nameOfNeed(need, itemById, language)}
                />
                <strong>
                  {formatNumber(
                    taken / unitSize({ baseUnit: needBaseUnit(need.unit), unit: need.unit }),
                    language,
                  )}{' '}
                  / {formatNeed(need, language)}
                </strong>
                <small>
                  {over > 0
                    ? text.over(formatNeed({ ...need, quantity: over }, language))
                    : over === 0
                      ? text.enough
                      : where}
                </small>
              </div>
            </Card>
          </li>
        )
      })}
    </ul>
  )
}

/** What people call a need: its goods, or the category. */
export function nameOfNeed(need: Need, itemById: ReadonlyMap<string, Item>, language: Language): string {
  const item = need.itemId === undefined ? undefined : itemById.get(need.itemId)
  return item?.name ?? (need.category ? itemText[language].category[need.category] : (need.itemId ?? ''))
}
