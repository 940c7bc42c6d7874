import { Link, useLocation } from 'wouter'
import type { StepWait, SupervisionRow } from '#shared/desk/desk-supervision-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { DAY_MS, msFromInstant } from '#shared/time/time'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskTable, type Column } from './desk-table.tsx'
import { useFilters } from './list-page.tsx'
import { supervisionText } from './supervision-text.ts'
import { useAnswer } from './use-answer.tsx'

const STEPS = ['survey', 'verification', 'published', 'planned', 'help'] as const
const REFRESH_MS = 30_000

/** How many wait where and for how long; a province opens its communes, a figure opens the case files behind it. */
export function SupervisionScreen() {
  const text = useText(supervisionText)
  const { requests } = useDesk()
  const [, navigate] = useLocation()
  const [{ province = '' }] = useFilters()
  const answer = useAnswer(
    `supervision ${province}`,
    (signal) => requests.supervision({ province }, signal),
    {
      pollMs: REFRESH_MS,
    },
  )
  return (
    <>
      <PageHead title={text.title}>
        {province !== '' && (
          <Button icon="back" onClick={() => navigate('/supervision')}>
            {text.whole}
          </Button>
        )}
      </PageHead>
      <p className="quiet">{text.what}</p>
      <AnswerView answer={answer}>
        {({ rows, provinceName }) =>
          rows.length === 0 ? (
            <EmptyState icon="done" title={text.none}>
              <p>{text.noneHint}</p>
            </EmptyState>
          ) : (
            <Waits rows={rows} provinceName={provinceName} />
          )
        }
      </AnswerView>
    </>
  )
}

function Waits({
  rows,
  provinceName,
}: {
  readonly rows: readonly SupervisionRow[]
  readonly provinceName: string | null
}) {
  const text = useText(supervisionText)
  const { language } = useLanguage()
  const { nowMs } = useDesk()
  const [, navigate] = useLocation()
  const isCountry = provinceName === null
  const columns: Column<SupervisionRow>[] = [
    { key: 'place', title: isCountry ? text.province : text.commune, renderCell: ({ name }) => name },
    ...STEPS.map((step): Column<SupervisionRow> => ({
      key: step,
      title: text.step[step],
      numeric: true,
      renderCell: (row) => (
        <StepFigure place={row.code} wait={row.waits.find((wait) => wait.step === step)} />
      ),
    })),
    {
      key: 'oldest',
      title: text.oldest,
      numeric: true,
      tight: true,
      renderCell: ({ waits }) => text.days(formatNumber(daysOf(waits, nowMs()), language)),
    },
    {
      key: 'long',
      title: text.longTitle,
      numeric: true,
      renderCell: ({ waits }) => formatNumber(longOf(waits), language),
    },
  ]
  return (
    <DeskTable
      label={provinceName ?? text.title}
      rows={rows}
      keyOf={({ code }) => code}
      columns={columns}
      tone={({ waits }) => (longOf(waits) > 0 ? 'yellow' : 'plain')}
      onOpen={isCountry ? ({ code }) => navigate(`/supervision?province=${code}`) : undefined}
    />
  )
}

function StepFigure({ place, wait }: { readonly place: string; readonly wait: StepWait | undefined }) {
  const text = useText(supervisionText)
  const { language } = useLanguage()
  if (!wait) return <>–</>
  return (
    <Link
      href={`/requests?step=${wait.step}&place=${place}`}
      title={wait.long > 0 ? text.long(formatNumber(wait.long, language)) : undefined}
    >
      {formatNumber(wait.cases, language)}
    </Link>
  )
}

function daysOf(waits: readonly StepWait[], nowMs: number): number {
  const oldestMs = Math.min(...waits.map(({ oldestSince }) => msFromInstant(oldestSince)))
  return Math.max(0, Math.floor((nowMs - oldestMs) / DAY_MS))
}

function longOf(waits: readonly StepWait[]): number {
  return waits.reduce((sum, { long }) => sum + long, 0)
}
