import { useState } from 'react'
import type { StaffRow } from '#shared/desk/desk-staff-wire'
import { fold, matchesFolded } from '#shared/i18n/fold'
import { codesOfNamesakes } from '#shared/i18n/short-code'
import { staffText } from '#shared/staff/staff-text'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { ListSearch, useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { StaffDialog } from './staff-dialog.tsx'
import { staffDeskText } from './staff-desk-text.ts'
import { useAnswer } from './use-answer.tsx'

export function StaffScreen() {
  const text = useText(staffDeskText)
  const roles = useText(staffText).role
  const { requests, me } = useDesk()
  const [filters, filter] = useFilters()
  const [edited, setEdited] = useState<StaffRow | 'new'>()
  const answer = useAnswer('staff', requests.staff)
  const warehouses = useAnswer('staff-warehouses', requests.warehouses)
  const mayChange = may(me.role, 'manageStaff')
  const query = fold(filters['q'] ?? '')

  function warehouseName({ warehouseId }: StaffRow): string {
    if (warehouseId === null) return text.everyWarehouse
    return warehouses.value?.warehouses.find(({ id }) => id === warehouseId)?.name ?? '…'
  }
  function matches(row: StaffRow): boolean {
    if (!row.active && filters['left'] !== '1') return false
    const words = `${row.name} ${roles[row.role]} ${warehouseName(row)} ${row.userName ?? ''}`
    return query === '' || matchesFolded(fold(words), query)
  }

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
        <ListSearch label={text.searchHint} value={filters['q'] ?? ''} onChange={(q) => filter({ q })} />
        <label className="check">
          <input
            type="checkbox"
            checked={filters['left'] === '1'}
            onChange={(event) => filter({ left: event.target.checked ? '1' : '' })}
          />
          {text.showInactive}
        </label>
      </div>
      <AnswerView answer={answer}>
        {({ staff }) => {
          const rows = staff.filter(matches)
          const codes = codesOfNamesakes(staff)
          if (rows.length === 0) {
            return (
              <EmptyState icon="users" title={text.noMatch}>
                <p>{text.noMatchHint}</p>
              </EmptyState>
            )
          }
          return (
            <>
              <DeskTable
                label={text.title}
                rows={rows}
                keyOf={({ id }) => id}
                onOpen={mayChange ? setEdited : undefined}
                tone={({ active }) => (active ? 'plain' : 'quiet')}
                columns={[
                  {
                    key: 'name',
                    title: text.name,
                    renderCell: ({ id, name }) => (
                      <>
                        {name} {codes.has(id) && <small className="quiet">{codes.get(id)}</small>}
                      </>
                    ),
                  },
                  { key: 'role', title: text.role, renderCell: ({ role }) => roles[role] },
                  { key: 'warehouse', title: text.warehouse, renderCell: warehouseName },
                  { key: 'access', title: text.access, renderCell: (row) => <Access row={row} /> },
                  {
                    key: 'state',
                    title: text.state,
                    tight: true,
                    renderCell: ({ active }) => (active ? text.active : text.inactive),
                  },
                ]}
              />
              {staff.length === 1 && (
                <EmptyState icon="users" title={text.emptyTitle}>
                  <p>{text.emptyHint}</p>
                </EmptyState>
              )}
            </>
          )
        }}
      </AnswerView>
      {edited && !warehouses.loading && (
        <StaffDialog
          key={edited === 'new' ? 'new' : edited.id}
          person={edited === 'new' ? undefined : edited}
          warehouses={warehouses.value?.warehouses ?? []}
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

function Access({ row }: { readonly row: StaffRow }) {
  const text = useText(staffDeskText)
  const ways = [
    row.hasPin && text.byPin,
    row.hasPassword && `${text.byPassword} (${row.userName ?? ''})`,
  ].filter((way) => way !== false)
  return ways.length === 0 ? <span className="tag yellow">{text.noAccess}</span> : ways.join(', ')
}
