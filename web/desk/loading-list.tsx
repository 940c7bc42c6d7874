import type { GoodsRow } from '#shared/desk/desk-trip-wire'
import { formatDay } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { formatQuantity } from '#shared/item/quantity'
import { leavesBefore, parseLotId } from '#shared/lot/lot'
import { useLanguage, useText } from '../ui/language.tsx'
import { DeskTable } from './desk-table.tsx'
import { goodsName } from './goods-line.ts'
import { tripDeskText } from './trip-desk-text.ts'

/** Everything on board, each item once, with its lots. */
export function LoadingList({ goods }: { readonly goods: readonly GoodsRow[] }) {
  const text = useText(tripDeskText)
  const { language } = useLanguage()
  return (
    <section className="card" aria-labelledby="loading-title">
      <h2 id="loading-title">{text.loading}</h2>
      <p className="hint">{text.loadingHint}</p>
      {goods.length === 0 ? (
        <p>{text.loadingNone}</p>
      ) : (
        <DeskTable
          label={text.loading}
          rows={goods}
          keyOf={({ itemId }) => itemId}
          columns={[
            { key: 'item', title: text.item, renderCell: (row) => goodsName(row, language) },
            {
              key: 'quantity',
              title: text.quantity,
              numeric: true,
              renderCell: (row) => formatQuantity(row.quantity, row, language),
            },
            {
              key: 'lots',
              title: text.lots,
              renderCell: (row) => (
                <>
                  {row.lots.map(({ lotId, quantity }) => (
                    <span key={lotId} className="lot">
                      {lotWords(lotId, formatQuantity(quantity, row, language), text)}
                    </span>
                  ))}
                </>
              ),
            },
          ]}
        />
      )}
    </section>
  )
}

function lotWords(
  lotId: GoodsRow['lots'][number]['lotId'],
  quantity: string,
  text: (typeof tripDeskText)[Language],
): string {
  const lot = parseLotId(lotId)
  const day = lot && leavesBefore(lot)
  return text.lot(quantity, lot?.lotNumber ?? '', day ? formatDay(day) : '')
}
