import { useState } from 'react'
import type { DeviceRow } from '#shared/desk/desk-device-wire'
import { shortCode } from '#shared/i18n/short-code'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable } from './desk-table.tsx'
import { deskText } from './desk-text.ts'
import { formatAgo, formatMoment } from './desk-time.ts'
import { deviceText } from './device-text.ts'
import { EnrolDialog } from './enrol-dialog.tsx'
import { useFilters } from './list-page.tsx'
import { may } from './may.ts'
import { RefusedPapers } from './refused-papers.tsx'
import { RefusedPart } from './refused-part.tsx'
import { RevokeDialog } from './revoke-dialog.tsx'
import { SelectField } from './select-field.tsx'
import { useAnswer } from './use-answer.tsx'

const REFRESH_MS = 10_000

/** Every enrolled device, how it is doing, and the way in for a new one. */
export function DevicesScreen() {
  const text = useText(deviceText)
  const frame = useText(deskText)
  const { language } = useLanguage()
  const { requests, me, nowMs } = useDesk()
  const [filters, filter] = useFilters()
  const [enrolling, setEnrolling] = useState(false)
  const [revoking, setRevoking] = useState<DeviceRow>()
  const answer = useAnswer('devices', requests.devices, { pollMs: REFRESH_MS })
  const mayChange = may(me.role, 'manageDevices')
  const only = filters['only'] ?? ''

  function matches({ revokedAt, silent, unsent, unsentParts }: DeviceRow): boolean {
    if (only === 'silent') return silent && revokedAt === null
    if (only === 'unsent') return unsent + unsentParts > 0 && revokedAt === null
    return only === 'all' || revokedAt === null
  }

  return (
    <>
      <PageHead title={text.title}>
        {mayChange && (
          <Button kind="primary" icon="qr" onClick={() => setEnrolling(true)}>
            {text.enrol}
          </Button>
        )}
      </PageHead>
      <div className="filters">
        <SelectField
          label={text.state}
          value={only}
          options={[
            { value: '', label: text.inUse },
            { value: 'silent', label: text.silentOnly },
            { value: 'unsent', label: text.unsentOnly },
            { value: 'all', label: text.showRevoked },
          ]}
          onChange={(next) => filter({ only: next })}
        />
      </div>
      <AnswerView answer={answer}>
        {({ devices }) => {
          const rows = devices.filter(matches)
          if (rows.length === 0) {
            return (
              <EmptyState icon="tablet" title={devices.length === 0 ? text.emptyTitle : text.noMatch}>
                <p>{devices.length === 0 ? text.emptyHint : text.noMatchHint}</p>
              </EmptyState>
            )
          }
          return (
            <DeskTable
              label={text.title}
              rows={rows}
              keyOf={({ id }) => id}
              tone={({ revokedAt }) => (revokedAt === null ? 'plain' : 'quiet')}
              columns={[
                {
                  key: 'name',
                  title: text.name,
                  renderCell: ({ name, id }) => (
                    <>
                      {name} <small className="quiet">{text.code(shortCode(id))}</small>
                    </>
                  ),
                },
                { key: 'warehouse', title: text.warehouse, renderCell: ({ warehouseName }) => warehouseName },
                {
                  key: 'contact',
                  title: text.lastContact,
                  numeric: true,
                  renderCell: ({ lastContactAt }) =>
                    lastContactAt === null ? (
                      text.never
                    ) : (
                      <time dateTime={lastContactAt} title={formatMoment(lastContactAt)}>
                        {formatAgo(lastContactAt, nowMs(), language)}
                      </time>
                    ),
                },
                {
                  key: 'unsent',
                  title: text.unsent,
                  numeric: true,
                  renderCell: ({ unsent, unsentParts }) => (
                    <>
                      {formatNumber(unsent, language)}
                      {unsentParts > 0 && (
                        <>
                          {' '}
                          <small className="quiet">
                            {text.unsentParts(formatNumber(unsentParts, language))}
                          </small>
                        </>
                      )}
                    </>
                  ),
                },
                {
                  key: 'enrolled',
                  title: text.enrolledAt,
                  numeric: true,
                  renderCell: ({ enrolledAt }) => formatMoment(enrolledAt),
                },
                {
                  key: 'state',
                  title: text.state,
                  tight: true,
                  renderCell: (row) => <DeviceState row={row} />,
                },
                ...(mayChange
                  ? [
                      {
                        key: 'revoke',
                        title: frame.actions,
                        unseen: true,
                        tight: true,
                        renderCell: (row: DeviceRow) =>
                          row.revokedAt === null && (
                            <Button
                              kind="quiet"
                              aria-label={text.revokeName(row.name)}
                              onClick={() => setRevoking(row)}
                            >
                              {text.revoke}
                            </Button>
                          ),
                      },
                    ]
                  : []),
              ]}
            />
          )
        }}
      </AnswerView>
      {(answer.value?.devices.length ?? 0) > 0 && <RefusedPart />}
      <RefusedPapers />
      {enrolling && <EnrolDialog onClose={() => setEnrolling(false)} onArrived={answer.reload} />}
      {revoking && (
        <RevokeDialog
          device={revoking}
          onClose={() => setRevoking(undefined)}
          onRevoked={() => {
            setRevoking(undefined)
            answer.reload()
          }}
        />
      )}
    </>
  )
}

function DeviceState({ row }: { readonly row: DeviceRow }) {
  const text = useText(deviceText)
  if (row.revokedAt !== null) return <span className="tag">{text.revoked}</span>
  if (row.silent) return <span className="tag yellow">{text.silent}</span>
  return <span className="tag">{text.inUse}</span>
}
