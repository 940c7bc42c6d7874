import type { RecipientPart } from '#shared/handover/handover-parts'
import { handoverWords } from '#shared/handover/handover-text'
import { formatNumber } from '#shared/i18n/numbers'
import { Fact, Facts } from '../ui/facts.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { AnswerView } from './answer-view.tsx'
import { caseHandoversText } from './case-handovers-text.ts'
import { useDesk } from './desk-context.tsx'
import { useAnswer } from './use-answer.tsx'

interface HandoverPartProps {
  readonly hash: string
  readonly kind: 'recipient' | 'signature'
}

/** Opened by a press, and each look is noted by the server. */
export function HandoverPart({ hash, kind }: HandoverPartProps) {
  return kind === 'recipient' ? <Recipient hash={hash} /> : <Signature hash={hash} />
}

function Recipient({ hash }: { readonly hash: string }) {
  const { requests } = useDesk()
  const answer = useAnswer(`part ${hash}`, (signal) => requests.recipientPart(hash, signal))
  return <AnswerView answer={answer}>{(part) => <RecipientFacts part={part} />}</AnswerView>
}

function RecipientFacts({ part }: { readonly part: RecipientPart }) {
  const text = useText(caseHandoversText)
  const { language } = useLanguage()
  const { proxy, phone, idNumber, card, witnessName, place } = part
  return (
    <Facts>
      {proxy && <Fact label={text.proxy}>{proxy.name}</Fact>}
      {proxy && <Fact label={text.why}>{proxy.why}</Fact>}
      {card && <Fact label={text.card}>{`${card.name}, ${card.bornOn.slice(0, 4)}`}</Fact>}
      {idNumber !== undefined && <Fact label={text.idNumber}>{idNumber}</Fact>}
      {phone !== undefined && <Fact label={text.phone}>{phone}</Fact>}
      {witnessName !== undefined && <Fact label={text.witness}>{witnessName}</Fact>}
      {place && (
        <Fact label={text.place}>
          {`${place.lat}, ${place.lon} · ${text.accuracy(formatNumber(Math.round(place.accuracyM), language))}`}
        </Fact>
      )}
    </Facts>
  )
}

function Signature({ hash }: { readonly hash: string }) {
  const text = useText(caseHandoversText)
  const words = useText(handoverWords).confirmation
  const { requests } = useDesk()
  const answer = useAnswer(`part ${hash}`, (signal) => requests.signaturePart(hash, signal))
  return (
    <AnswerView answer={answer}>
      {({ who, name, svg }) => {
        const label = text.signatureOf(name ?? words[who].toLowerCase())
        return (
          <figure className="signature">
            {/* As a picture it runs nothing, whatever a device put into it. */}
            <img src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={label} />
            <figcaption>{label}</figcaption>
          </figure>
        )
      }}
    </AnswerView>
  )
}
