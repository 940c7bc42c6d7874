import { useState } from 'react'
import { handoverWords } from '#shared/handover/handover-text'
import type { ConfirmationKind } from '#shared/handover/handover'
import { formatMoment } from '#shared/i18n/moments'
import { formatQuantity } from '#shared/item/quantity'
import { useLive } from '../database/use-live.tsx'
import { useClock } from '../draft/use-clock.tsx'
import { useItems } from '../item/use-items.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Icon } from '../ui/icon.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { AddConfirmation } from './add-confirmation.tsx'
import { CorrectHandover } from './correct-handover.tsx'
import { sendingOf, type KnownHandover } from './handover-store.ts'
import { handoverText } from './handover-text.ts'
import './handover.css'

export interface HandoverDoneProps {
  /** The newest first. */
  readonly handovers: readonly KnownHandover[]
  readonly back: string
  /** Goods are still on the car. */
  readonly mayGoOn: boolean
  readonly onAgain: () => void
}

/** What was recorded for a consignment on this device: shown again, never recorded twice. */
export function HandoverDone({ handovers, back, mayGoOn, onAgain }: HandoverDoneProps) {
  const text = useText(handoverText)
  return (
    <JobShell
      colour="deliver"
      title={text.doneTitle}
      back={back}
      footer={
        mayGoOn ? (
          <Button className="end" onClick={onAgain}>
            {text.handOverAgain}
          </Button>
        ) : undefined
      }
    >
      <div className="column narrow handover">
        {handovers.map((known) => (
          <RecordedHandover key={known.row.id} known={known} />
        ))}
      </div>
    </JobShell>
  )
}

function RecordedHandover({ known }: { readonly known: KnownHandover }) {
  const text = useText(handoverText)
  const words = useText(handoverWords)
  const { language } = useLanguage()
  const { db } = useTablet()
  const { now } = useClock()
  const { row, state } = known
  const items = useItems(state.lines.map(({ itemId }) => itemId))
  const sending = useLive(() => sendingOf(db, row.id), [db, row.id])
  const [adding, setAdding] = useState<ConfirmationKind>()
  const [correcting, setCorrecting] = useState(false)
  const quantity = (itemId: string, amount: number) => {
    const item = items.get(itemId)
    return item ? formatQuantity(amount, item, language) : String(amount)
  }
  const isComplete = state.missing.length === 0

  return (
    <Card label={words.outcome[state.outcome]}>
      <h2>{words.outcome[state.outcome]}</h2>
      <Notice tone={isComplete ? 'green' : 'yellow'}>{isComplete ? words.complete : words.waiting}</Notice>
      {state.corrected && <Notice>{words.corrected}</Notice>}
      <p className="quiet">
        {[text.doneAt(formatMoment(row.handover.occurredAt, now)), sending && text[sending]]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <ul className="handover-lines">
        {state.lines.map(({ itemId, lotId, delivered, left }) => (
          <li key={lotId}>
            <b>{items.get(itemId)?.name ?? itemId}</b>
            <span>{text.takes(quantity(itemId, delivered))}</span>
            {left > 0 && <span className="quiet">{text.leaves(quantity(itemId, left))}</span>}
          </li>
        ))}
      </ul>
      {state.outcome !== 'all' && <p>{text.leftOver}</p>}
      <ul className="handover-confirmations">
        {state.confirmations.map(({ kind }) => (
          <li key={kind}>
            <Icon name="check" /> {words.confirmation[kind]}
          </li>
        ))}
      </ul>
      {state.missing.map((kind) => (
        <Button key={kind} icon={kind === 'giver' ? 'lock' : 'edit'} onClick={() => setAdding(kind)}>
          {kind === 'giver' ? text.addGiver : text.addSignature(words.confirmation[kind])}
        </Button>
      ))}
      {adding && <AddConfirmation row={row} kind={adding} onClose={() => setAdding(undefined)} />}
      {row.handover.outcome !== 'none' && (
        <Button kind="quiet" icon="undo" onClick={() => setCorrecting(true)}>
          {text.correct}
        </Button>
      )}
      {correcting && <CorrectHandover known={known} items={items} onClose={() => setCorrecting(false)} />}
    </Card>
  )
}
