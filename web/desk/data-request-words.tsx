import type { DataRequestRow } from '#shared/desk/desk-data-request-wire'
import { dataRequestText } from '#shared/person/data-request-text'
import { formatDay } from '#shared/i18n/numbers'
import { dayInVietnam } from '#shared/time/time'
import { useText } from '../ui/language.tsx'
import { formatMoment } from './desk-time.ts'
import { personalDataText } from './personal-data-text.ts'

/** The clock of a request: the last day, and whether that is today or over. */
export function DueWords({
  request: { dueAt, late, dueToday },
}: {
  readonly request: Pick<DataRequestRow, 'dueAt' | 'late' | 'dueToday'>
}) {
  const text = useText(personalDataText)
  return (
    <>
      <span className="figures">{formatDay(dayInVietnam(dueAt))}</span>{' '}
      {late ? <strong>{text.late}</strong> : dueToday && <strong>{text.dueToday}</strong>}
    </>
  )
}

/** What was done, when and by whom. */
export function StepWords({ request: { steps } }: { readonly request: Pick<DataRequestRow, 'steps'> }) {
  const words = useText(dataRequestText)
  return (
    <ul className="steps-done">
      {steps.map(({ at, kind, staffName, code }, i) => (
        // The log is only ever added to.
        // oxlint-disable-next-line react/no-array-index-key
        <li key={i}>
          {words.step[kind]}
          {code !== null && ` ${code}`}{' '}
          <small className="quiet">
            {[staffName, formatMoment(at)].filter((it) => it !== null).join(' · ')}
          </small>
        </li>
      ))}
    </ul>
  )
}
