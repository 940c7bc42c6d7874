import { useState } from 'react'
import type { ItemRow } from '#shared/desk/desk-item-wire'
import { printGtin } from '#shared/gs1/gtin'
import { formatNumber } from '#shared/i18n/numbers'
import { CATEGORIES } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { unitSize } from '#shared/item/quantity'
import { Button, LinkButton } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { deskText } from './desk-text.ts'
import { itemDeskText } from './item-desk-text.ts'
import { ItemDialog } from './item-dialog.tsx'
import { ListSearch, Pager, useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { SelectField } from './select-field.tsx'
import { useAnswer } from './use-answer.tsx'

export function ItemsScreen() {
  const text = useText(itemDeskText)
  const words = useText(itemText)
  const frame = useText(deskText)
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [filters, filter] = useFilters()
  const [edited, setEdited] = useState<ItemRow | 'new'>()
  const { q, page } = filters
  const category = CATEGORIES.find((one) => one === filters['category']) ?? ''
  const answer = useAnswer(JSON.stringify([q, category, page]), (signal) =>
    requests.items({ q, category, page }, signal),
  )
  const mayChange = may(me.role, 'manageItems')
  const isFiltered = (q ?? '') !== '' || category !== ''

  return (
    <>
      <PageHead title={text.title}>
        {mayChange && (
          <Button kind="primary" icon="plus" onClick={() => setEdited('new')}>
            {text.add}
          </Button>
        )}
      </PageHead>
      <div className="filters">
        <ListSearch label={text.searchHint} value={q ?? ''} onChange={(next) => filter({ q: next })} />
        <SelectField
          label={text.category}
          value={category}
          options={[
            { value: '' as const, label: text.allCategories },
            ...CATEGORIES.map((value) => ({ value, label: words.category[value] })),
          ]}
          onChange={(next) => filter({ category: next })}
        />
      </div>
      <AnswerView answer={answer}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState icon="package" title={isFiltered ? text.noMatch : text.emptyTitle}>
              <p>{isFiltered ? text.noMatchHint : text.emptyHint}</p>
              {!isFiltered && (
                <LinkButton href="/import?kind=items" icon="upload">
                  {frame.section.import}
                </LinkButton>
              )}
            </EmptyState>
          ) : (
            <>
              <DeskTable
                label={text.title}
                rows={found.rows}
                keyOf={({ item }) => item.id}
                onOpen={mayChange ? setEdited : undefined}
                columns={[
                  { key: 'name', title: text.name, renderCell: ({ item }) => item.name },
                  {
                    key: 'category',
                    title: text.category,
                    renderCell: ({ item }) => words.category[item.category],
                  },
                  {
                    key: 'gtin',
                    title: text.gtin,
                    numeric: true,
                    renderCell: ({ item }) =>
                      item.gtin === undefined ? (
                        <span className="quiet">{text.noGtin}</span>
                      ) : (
                        printGtin(item.gtin)
                      ),
                  },
                  { key: 'unit', title: text.unit, tight: true, renderCell: ({ item }) => item.unit },
                  {
                    key: 'packs',
                    title: text.packs,
                    renderCell: ({ item }) =>
                      item.packs
                        .map(({ unit, quantity }) =>
                          text.pack(unit, formatNumber(quantity / unitSize(item), language)),
                        )
                        .join(', ') || <span className="quiet">{frame.none}</span>,
                  },
                  { key: 'dates', title: text.dates, renderCell: ({ item }) => words.dates[item.dates] },
                ]}
              />
              <Pager {...found} onPage={(next) => filter({ page: String(next) })} />
            </>
          )
        }
      </AnswerView>
      {edited && (
        <ItemDialog
          key={edited === 'new' ? 'new' : edited.item.id}
          row={edited === 'new' ? undefined : edited}
          onClose={() => setEdited(undefined)}
          onSaved={() => {
            setEdited(undefined)
            answer.reload()
          }}
        />
      )}
    </>
  )
}
