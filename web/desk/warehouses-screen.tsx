import { useState } from 'react'
import type { WarehouseRow } from '#shared/desk/desk-warehouse-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { ShelvesPart } from './shelves-part.tsx'
import { useAnswer } from './use-answer.tsx'
import { WarehouseDialog } from './warehouse-dialog.tsx'
import { warehouseText } from './warehouse-text.ts'

/** Warehouses, and below them the shelves of the one that is chosen (the only one is chosen by itself). */
export function WarehousesScreen() {
  const text = useText(warehouseText)
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [filters, filter] = useFilters()
  const [adding, setAdding] = useState(false)
  const answer = useAnswer('warehouses', requests.warehouses)
  const mayChange = may(me.role, 'manageWarehouses')
  const count = (value: number) => formatNumber(value, language)
  const choose = ({ id }: WarehouseRow) => filter({ warehouse: id })

  return (
    <>
      <PageHead title={text.title}>
        {mayChange && (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )}
      </PageHead>
      <AnswerView answer={answer}>
        {({ warehouses }) => {
          const chosen = warehouses.find(({ id }) => id === filters['warehouse']) ?? warehouses[0]
          if (!chosen) {
            return (
              <EmptyState icon="warehouse" title={text.emptyTitle}>
                <p>{text.emptyHint}</p>
              </EmptyState>
            )
          }
          return (
            <>
              <DeskTable
                label={text.title}
                rows={warehouses}
                keyOf={({ id }) => id}
                onOpen={choose}
                columns={[
                  { key: 'name', title: text.name, renderCell: ({ name }) => name },
                  { key: 'code', title: text.code, tight: true, renderCell: ({ code }) => code },
                  {
                    key: 'shelves',
                    title: text.shelves,
                    numeric: true,
                    renderCell: ({ shelfCount }) => count(shelfCount),
                  },
                  {
                    key: 'devices',
                    title: text.devices,
                    numeric: true,
                    renderCell: ({ deviceCount }) => count(deviceCount),
                  },
                ]}
              />
              <ShelvesPart
                key={chosen.id}
                warehouse={chosen}
                mayChange={mayChange}
                onChanged={answer.reload}
              />
            </>
          )
        }}
      </AnswerView>
      {adding && (
        <WarehouseDialog
          onClose={() => setAdding(false)}
          onAdded={(warehouse) => {
            setAdding(false)
            answer.reload()
            choose(warehouse)
          }}
        />
      )}
    </>
  )
}
