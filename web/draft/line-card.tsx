import type { ReactNode } from 'react'
import type { Item } from '#shared/item/item'
import { unitSize } from '#shared/item/quantity'
import { wholePacks } from '#shared/item/scanned-quantity'
import { formatNumber } from '#shared/i18n/numbers'
import { Card } from '../ui/card.tsx'
import { useLanguage } from '../ui/language.tsx'
import './draft.css'

export interface LineCardProps {
  readonly item: Item
  readonly quantity: number
  /** Code, lot and dates, in one line. */
  readonly detail: string
  readonly warning?: string | undefined
  readonly children: ReactNode
}

/** The last thing scanned, in large type, its quantity largest of all. */
export function LineCard({ item, quantity, detail, warning, children }: LineCardProps) {
  const { language } = useLanguage()
  const packs = wholePacks(quantity, item)
  return (
    <Card marked label={item.name}>
      <div className="line-card" aria-live="polite">
        <div>
          <h2>{item.name}</h2>
          <p className="detail">
            {detail}
            {warning !== undefined && <span className="soon">{warning}</span>}
          </p>
        </div>
        <div className="amount">
          <p>
            <strong>{formatNumber(quantity / unitSize(item), language)}</strong> <span>{item.unit}</span>
          </p>
          {packs && (
            <p className="packs">
              {formatNumber(packs.count, language)} {packs.pack.unit} ×{' '}
              {formatNumber(packs.pack.quantity / unitSize(item), language)}
            </p>
          )}
        </div>
      </div>
      {children}
    </Card>
  )
}
