import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { formatNumber } from '#shared/i18n/numbers'
import { LinkButton } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { may } from './may.ts'
import { formatAgo } from './desk-time.ts'
import { ExpiringPart } from './expiring-part.tsx'
import { setupState } from './setup-steps.ts'
import { StartChecklist } from './start-checklist.tsx'
import { startText } from './start-text.ts'
import { useAnswer, type Answer } from './use-answer.tsx'

const REFRESH_MS = 30_000
const ONE = { limit: 1 }
const POLL = { pollMs: REFRESH_MS }

/** How it stands, each figure leading to what it counts; for a new warehouse, what is still to be done. */
export function StartScreen() {
  const text = useText(startText)
  const { language } = useLanguage()
  const { requests, nowMs, me } = useDesk()
  const mayOversee = may(me.role, 'seeDevices')
  const overseen = { ...POLL, skip: !mayOversee }
  const findings = useAnswer(
    'start-findings',
    (signal) => requests.findings({ state: 'open', limit: 5 }, signal),
    overseen,
  )
  const devices = useAnswer('start-devices', requests.devices, overseen)
  const warehouses = useAnswer('start-warehouses', requests.warehouses, POLL)
  const staff = useAnswer('start-staff', requests.staff, overseen)
  const items = useAnswer('start-items', (signal) => requests.items(ONE, signal), POLL)
  const all = useAnswer('start-all', (signal) => requests.caseFiles(ONE, signal), POLL)
  const green = useAnswer(
    'start-green',
    (signal) => requests.caseFiles({ ...ONE, tick: 'green' }, signal),
    POLL,
  )
  const yellow = useAnswer(
    'start-yellow',
    (signal) => requests.caseFiles({ ...ONE, tick: 'yellow' }, signal),
    POLL,
  )
  const red = useAnswer('start-red', (signal) => requests.caseFiles({ ...ONE, tick: 'red' }, signal), POLL)
  const expired = useAnswer(
    'start-expired',
    (signal) => requests.caseFiles({ ...ONE, tick: 'expired' }, signal),
    POLL,
  )

  const inUse = devices.value?.devices.filter(({ revokedAt }) => revokedAt === null)
  const silent = inUse?.filter((device) => device.silent).length
  const unsent = inUse?.reduce((sum, device) => sum + device.unsent, 0)
  const ready =
    warehouses.value && staff.value && devices.value && items.value && all.value && green.value
      ? setupState({
          warehouses: warehouses.value.warehouses,
          staff: staff.value.staff,
          devices: devices.value.devices,
          itemCount: items.value.total,
          caseFileCount: all.value.total,
          greenCount: green.value.total,
        })
      : undefined

  return (
    <>
      <PageHead title={text.title} />
      {ready && <StartChecklist state={ready} />}
      {mayOversee && (
        <>
          <div className="figures-grid">
            <Figure
              value={findings.value?.total}
              label={text.openFindings}
              href="/findings"
              tone={findings.value && findings.value.total > 0 ? 'red' : 'plain'}
            />
            <Figure value={inUse?.length} label={text.devices} href="/devices" />
            <Figure
              value={silent}
              label={text.silent}
              href="/devices?only=silent"
              tone={silent ? 'yellow' : 'plain'}
            />
            <Figure
              value={unsent}
              label={text.unsent}
              href="/devices?only=unsent"
              tone={unsent ? 'yellow' : 'plain'}
            />
          </div>
          <section className="card" aria-labelledby="latest-title">
            <div className="card-head">
              <h2 id="latest-title">{text.latest}</h2>
              <LinkButton href="/findings" kind="quiet">
                {text.allFindings}
              </LinkButton>
            </div>
            <AnswerView answer={findings}>
              {({ rows }) =>
                rows.length === 0 ? (
                  <p className="quiet">{text.noFindings}</p>
                ) : (
                  <ul className="latest">
                    {rows.map((row) => (
                      <li key={row.key}>
                        <Link href={`/findings?kind=${row.kind}`} className="sentence">
                          {row.sentence[language]}
                        </Link>
                        <small>{formatAgo(row.openedAt, nowMs(), language)}</small>
                      </li>
                    ))}
                  </ul>
                )
              }
            </AnswerView>
          </section>
        </>
      )}
      <section aria-labelledby="ticks-title">
        <h2 id="ticks-title">{text.caseFilesTitle}</h2>
        <div className="figures-grid">
          <TickFigure answer={green} label={text.green} tick="green" tone="green" />
          <TickFigure answer={yellow} label={text.yellow} tick="yellow" tone="yellow" />
          <TickFigure answer={red} label={text.red} tick="red" tone="red" />
          <TickFigure answer={expired} label={text.expired} tick="expired" tone="plain" />
        </div>
      </section>
      <ExpiringPart />
      <section aria-labelledby="goods-title">
        <h2 id="goods-title">{text.goodsTitle}</h2>
        <div className="figures-grid">
          <Figure value={items.value?.total} label={text.items} href="/items" />
          <Figure
            value={warehouses.value?.warehouses.reduce((sum, { shelfCount }) => sum + shelfCount, 0)}
            label={text.shelves}
            href="/warehouses"
          />
        </div>
      </section>
    </>
  )
}

interface FigureProps {
  readonly value: number | undefined
  readonly label: string
  readonly href: string
  readonly tone?: 'plain' | 'green' | 'yellow' | 'red'
}

/** A number that leads to what it counts. */
function Figure({ value, label, href, tone = 'plain' }: FigureProps) {
  const { language } = useLanguage()
  let shown: ReactNode = '…'
  if (value !== undefined) shown = formatNumber(value, language)
  return (
    <Link href={href} className={`figure-card ${tone}`}>
      <strong className="figures">{shown}</strong>
      <span>{label}</span>
    </Link>
  )
}

interface TickFigureProps extends Pick<FigureProps, 'label' | 'tone'> {
  readonly answer: Answer<{ total: number }>
  readonly tick: string
}

function TickFigure({ answer, tick, label, tone }: TickFigureProps) {
  return (
    <Figure
      value={answer.value?.total}
      label={label}
      href={`/case-files?tick=${tick}`}
      {...(tone && { tone })}
    />
  )
}
