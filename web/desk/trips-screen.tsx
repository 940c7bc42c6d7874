import { useState } from 'react'
import { useLocation } from 'wouter'
import type { TripRow } from '#shared/desk/desk-trip-wire'
import { formatDay, formatNumber } from '#shared/i18n/numbers'
import { tripWords } from '#shared/trip/trip-text'
import { Button } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { deskText } from './desk-text.ts'
import { ListSearch, Pager, useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { TripDialog } from './trip-dialog.tsx'
import { tripDeskText } from './trip-desk-text.ts'
import { useAnswer } from './use-answer.tsx'

const REFRESH_MS = 20_000
const STATES = ['active', 'ended', 'all'] as const

/** The trips, newest day first, and the way to make one. */
export function TripsScreen() {
  const text = useText(tripDeskText)
  const frame = useText(deskText)
  const words = useText(tripWords).state
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [, navigate] = useLocation()
  const [filters, filter] = useFilters()
  const [adding, setAdding] = useState(false)
  const { q = '', page = '1', device = '' } = filters
  const state = STATES.find((it) => it === filters['state']) ?? (device === '' ? 'active' : 'all')
  const query = { q, page, state, device }
  const answer = useAnswer(JSON.stringify(query), (signal) => requests.trips(query, signal), {
    pollMs: REFRESH_MS,
  })
  const say = (value: number) => formatNumber(value, language)
  const stateWords = { active: text.active, ended: words.ended, all: frame.all }
  const isFiltered = q !== '' || device !== '' || state !== 'active'

  return (
    <>
      <PageHead title={text.title}>
        {may(me.role, 'manageTrips') && (
          <Button kind="primary" icon="plus" onClick={() => setAdding(true)}>
            {text.add}
          </Button>
        )}
      </PageHead>
      <div className="filters">
        <ListSearch label={text.search} value={q} onChange={(next) => filter({ q: next })} />
        <Segments
          label={text.state}
          options={STATES.map((value) => ({ value, label: stateWords[value] }))}
          value={state}
          onChange={(next) => filter({ state: next })}
        />
      </div>
      {device !== '' && <Notice>{text.onDevice}</Notice>}
      <AnswerView answer={answer}>
        {(found) =>
          found.rows.length === 0 ? (
            <EmptyState icon="truck" title={isFiltered ? text.noMatch : text.emptyTitle}>
              <p>{isFiltered ? text.noMatchHint : text.emptyHint}</p>
            </EmptyState>
          ) : (
            <>
              <DeskTable
                label={text.title}
                rows={found.rows}
                keyOf={({ trip }) => trip.id}
                onOpen={({ trip }) => navigate(`/trips/${encodeURIComponent(trip.id)}`)}
                tone={({ trip }) => (trip.state === 'ended' ? 'quiet' : 'plain')}
                columns={[
                  { key: 'code', title: text.code, tight: true, renderCell: ({ trip }) => trip.code },
                  {
                    key: 'day',
                    title: text.day,
                    numeric: true,
                    renderCell: ({ trip }) => formatDay(trip.dayOn),
                  },
                  {
                    key: 'state',
                    title: text.state,
                    tight: true,
                    renderCell: ({ trip }) => <span className="tag">{words[trip.state]}</span>,
                  },
                  { key: 'courier', title: text.courier, renderCell: ({ courierName }) => courierName },
                  { key: 'vehicle', title: text.vehicle, renderCell: ({ trip }) => vehicleOf(trip) },
                  { key: 'warehouse', title: text.warehouse, renderCell: (row) => row.warehouseName },
                  {
                    key: 'stops',
                    title: text.stops,
                    numeric: true,
                    renderCell: ({ trip }) => say(trip.stops.length),
                  },
                  {
                    key: 'open',
                    title: text.openStops,
                    numeric: true,
                    renderCell: ({ openStops }) => say(openStops),
                  },
                ]}
              />
              <Pager {...found} onPage={(next) => filter({ page: String(next) })} />
            </>
          )
        }
      </AnswerView>
      {adding && (
        <TripDialog
          onClose={() => setAdding(false)}
          onSaved={({ trip }) => navigate(`/trips/${encodeURIComponent(trip.id)}`)}
        />
      )}
    </>
  )
}

export function vehicleOf({ vehicle, plate }: TripRow['trip']): string {
  return [vehicle, plate].filter((part) => part !== '').join(' · ')
}
