import { tickAtInstant, type CaseFile } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { formatDay } from '#shared/i18n/numbers'
import { dayInVietnam, type Instant } from '#shared/time/time'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'
import { tickCardText } from './tick-card-text.ts'
import './tick-card.css'

const SIGN = { green: 'check', yellow: 'alert', red: 'stop' } as const

/** A tick with its word, its sign, its colour, and until when it holds. */
export function TickCard({ caseFile, now }: { readonly caseFile: CaseFile; readonly now: Instant }) {
  const words = useText(caseFileText).tick
  const text = useText(tickCardText)
  const tick = tickAtInstant(caseFile, now)
  const ranOut = tick !== caseFile.tick
  const { tickAt, tickUntil } = caseFile
  return (
    <div className={`tick-card ${tick}`}>
      <p className="word">
        <Icon name={SIGN[tick]} />
        <span>{ranOut ? words.expired : words[tick]}</span>
      </p>
      <p className="until">
        <span className="checked">{text.setOn[caseFile.tick](formatDay(dayInVietnam(tickAt)))}</span>
        {tickUntil !== null && (
          <span>
            {ranOut
              ? text.ranOut(formatDay(dayInVietnam(tickUntil)))
              : text.validUntil(formatDay(dayInVietnam(tickUntil)))}
          </span>
        )}
      </p>
    </div>
  )
}
