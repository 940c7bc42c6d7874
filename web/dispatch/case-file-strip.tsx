import type { CaseFile } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { formatClock } from '#shared/i18n/moments'
import { DAY_MS, dayInVietnam, daysBetween, msFromInstant, type Instant } from '#shared/time/time'
import { TickCard } from '../case-file/tick-card.tsx'
import { tickCardText } from '../case-file/tick-card-text.ts'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLive } from '../database/use-live.tsx'
import { readLastDispatchTo } from '../movement/history-store.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { dispatchText } from './dispatch-text.ts'

export interface CaseFileStripProps {
  readonly caseFile: CaseFile
  readonly knownAt: Instant | undefined
  readonly now: Instant
  readonly onChange: () => void
}

/** For whom goods leave: the tick, how old this knowledge is, and whether help went there lately. */
export function CaseFileStrip({ caseFile, knownAt, now, onChange }: CaseFileStripProps) {
  const { db } = useTablet()
  const text = useText(dispatchText)
  const tickWords = useText(tickCardText)
  const words = useText(caseFileText)
  const placeOf = usePlaceNames()
  const last = useLive(() => readLastDispatchTo(db, caseFile.id), [db, caseFile.id])
  // Nothing known is no claim: another warehouse may have helped, and this tablet does not see it.
  const helped = last && text.helpedDays(daysBetween(dayInVietnam(last.occurredAt), dayInVietnam(now)))
  return (
    <section className="case-file-strip" aria-label={caseFile.code}>
      <TickCard caseFile={caseFile} now={now} />
      <div className="about">
        <h2>
          {words.category[caseFile.category]}
          {caseFile.subCategory && ` · ${words.subCategory[caseFile.subCategory]}`} ·{' '}
          {tickWords.people(caseFile.householdSize)}
        </h2>
        <p>{[placeOf(caseFile), helped, ageOf(knownAt, now, tickWords)].filter(Boolean).join(' · ')}</p>
      </div>
      <Button onClick={onChange}>{text.changeCaseFile}</Button>
    </section>
  )
}

/** How old what this tablet knows of the tick is: by the clock, and in words after a day. */
function ageOf(knownAt: Instant | undefined, now: Instant, text: (typeof tickCardText)['vi']): string {
  if (knownAt === undefined) return text.knownNever
  const ageMs = msFromInstant(now) - msFromInstant(knownAt)
  return ageMs >= DAY_MS ? text.knownDays(Math.floor(ageMs / DAY_MS)) : text.knownAt(formatClock(knownAt))
}
