import { Link } from 'wouter'
import { formatDay } from '#shared/i18n/numbers'
import { dayInVietnam } from '#shared/time/time'
import { useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { useDesk } from './desk-context.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { useAnswer } from './use-answer.tsx'

const SHOWN = 8

/** Green ticks that run out within thirty days, the first one first. */
export function ExpiringPart() {
  const text = useText(requestDeskText)
  const { requests } = useDesk()
  const answer = useAnswer('expiring', requests.expiring)
  return (
    <section className="card" aria-labelledby="expiring-title">
      <h2 id="expiring-title">{text.expiring}</h2>
      <AnswerView answer={answer}>
        {({ rows, total }) =>
          total === 0 ? (
            <p className="quiet">{text.noExpiring}</p>
          ) : (
            <>
              <p className="hint">{text.expiringHint}</p>
              <ul className="latest">
                {rows.slice(0, SHOWN).map(({ caseFileId, code, tickUntil, communeName, provinceName }) => (
                  <li key={caseFileId}>
                    <Link href={`/case-files/${encodeURIComponent(caseFileId)}`} className="sentence">
                      {code} · {communeName}, {provinceName}
                    </Link>
                    <small className="figures">{formatDay(dayInVietnam(tickUntil))}</small>
                  </li>
                ))}
              </ul>
              {total > SHOWN && <p className="quiet figures">+ {total - SHOWN}</p>}
            </>
          )
        }
      </AnswerView>
    </section>
  )
}
