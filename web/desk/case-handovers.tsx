import { useState } from 'react'
import type { HandoverRow } from '#shared/desk/desk-handover-wire'
import { handoverWords } from '#shared/handover/handover-text'
import { formatNumber } from '#shared/i18n/numbers'
import { formatQuantity } from '#shared/item/quantity'
import { Button } from '../ui/button.tsx'
import { Facts, Fact } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AnswerView } from './answer-view.tsx'
import './case-handovers.css'
import { caseHandoversText } from './case-handovers-text.ts'
import { useDesk } from './desk-context.tsx'
import { formatMoment } from './desk-time.ts'
import { HandoverPart } from './handover-part.tsx'
import { may } from './may.ts'
import { useAnswer } from './use-answer.tsx'

/** How each handover stands: what was given, who has confirmed, who is missing. */
export function CaseHandovers({ caseFileId }: { readonly caseFileId: string }) {
  const text = useText(caseHandoversText)
  const { requests } = useDesk()
  const answer = useAnswer(`handovers ${caseFileId}`, (signal) => requests.caseHandovers(caseFileId, signal))
  return (
    <section className="card" aria-labelledby="handovers-title">
      <h2 id="handovers-title">{text.title}</h2>
      <AnswerView answer={answer}>
        {({ handovers }) =>
          handovers.length === 0 ? (
            <p>{text.none}</p>
          ) : (
            <ol className="case-handovers">
              {handovers.map((handover) => (
                <li key={handover.id}>
                  <OneHandover handover={handover} />
                </li>
              ))}
            </ol>
          )
        }
      </AnswerView>
    </section>
  )
}

function OneHandover({ handover }: { readonly handover: HandoverRow }) {
  const text = useText(caseHandoversText)
  const words = useText(handoverWords)
  const { language } = useLanguage()
  const { me } = useDesk()
  const [shown, setShown] = useState(false)
  const { outcome, complete, missing, parts, identity, identityMatched } = handover
  const personal = parts.filter(({ kind }) => kind === 'recipient' || kind === 'signature')
  const away = parts.filter(({ kind }) => kind === null).length
  const compared = identityMatched === null ? undefined : identityMatched ? text.matched : text.differs
  return (
    <>
      <h3>
        {words.outcome[outcome]} · {formatMoment(handover.occurredAt)}
      </h3>
      <p className="hint">
        {[
          text.consignment(handover.consignmentId),
          handover.tripCode !== null && text.trip(handover.tripCode),
          text.by(handover.staffName, handover.deviceName),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Notice tone={complete ? 'green' : 'yellow'}>
        {complete
          ? words.complete
          : `${words.waiting}. ${text.missing(missing.map((kind) => words.confirmation[kind].toLowerCase()).join(', '))}`}
      </Notice>
      {handover.corrected && <Notice>{words.corrected}</Notice>}
      {handover.withoutPin && <Notice tone="yellow">{text.withoutPin}</Notice>}
      <ul>
        {handover.lines.map((line) => (
          <li key={line.lotId}>
            {line.itemName}: <b>{formatQuantity(line.delivered, line, language)}</b>
            {line.left > 0 &&
              line.reason !== null &&
              `, ${text.left(formatQuantity(line.left, line, language), words.reason[line.reason].toLowerCase())}`}
          </li>
        ))}
      </ul>
      {outcome !== 'none' && (
        <p>
          {words.recipient[handover.recipient]} · {words.identity[identity]}
          {compared !== undefined && ` (${compared})`}
        </p>
      )}
      <Facts>
        {handover.confirmations.map(({ kind, at, staffName }) => (
          <Fact key={`${kind} ${at}`} label={words.confirmation[kind]}>
            {[formatMoment(at), staffName].filter(Boolean).join(' · ')}
          </Fact>
        ))}
      </Facts>
      {away > 0 && <p className="hint">{text.notArrived(formatNumber(away, language))}</p>}
      {may(me.role, 'seePersons') && personal.length > 0 && !shown && (
        <>
          <Button icon="lock" onClick={() => setShown(true)}>
            {text.show}
          </Button>
          <p className="hint">{text.showHint}</p>
        </>
      )}
      {shown &&
        personal.map(({ hash, kind }) => (
          <HandoverPart key={hash} hash={hash} kind={kind as 'recipient' | 'signature'} />
        ))}
    </>
  )
}
