import type * as v from 'valibot'
import { Link } from 'wouter'
import type { ExpiringListSchema } from '#shared/desk/desk-request-wire'
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
              <ExpiringRows rows={rows.slice(0, SHOWN)} />
              {total > SHOWN && (
                <details>
                  <summary className="figures">{text.moreExpiring(total - SHOWN)}</summary>
                  <ExpiringRows rows={rows.slice(SHOWN)} />
                </details>
              )}
            </>
          )
        }
      </AnswerView>
    </section>
  )
}

function ExpiringRows({ rows }: Pick<v.InferOutput<typeof ExpiringListSchema>, 'rows'>) {
  return (
    <ul className="latest">
      {rows.map(({ caseFileId, code, tickUntil, communeName, provinceName }) => (
        <li key={caseFileId}>
          <Link href={`/case-files/${encodeURIComponent(caseFileId)}`} className="sentence">
            {code} · {communeName}, {provinceName}
          </Link>
          <small className="figures">{formatDay(dayInVietnam(tickUntil))}</small>
        </li>
      ))}
    </ul>
  )
}
