import { useState } from 'react'
import { formatMoment } from '#shared/i18n/moments'
import { formatNumber } from '#shared/i18n/numbers'
import type { QuarantineRow } from '../database/ledger-rows.ts'
import { storageText } from '../database/storage-text.ts'
import { resendAsItIs, type WayOutRefusal } from '../device/unsent-store.ts'
import type { KnownNames } from '../movement/place-words.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { useToast } from '../ui/toast.tsx'
import { AskLeadDialog } from './ask-lead-dialog.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { describeFact } from './describe-fact.ts'
import { DropDialog } from './drop-dialog.tsx'
import { unsentText } from './unsent-text.ts'

interface RefusedFactProps {
  readonly row: QuarantineRow
  readonly names: KnownNames
}

/** One record that came back: what it is, why, and the ways out. Nobody has to choose now. */
export function RefusedFact({ row, names }: RefusedFactProps) {
  const text = useText(unsentText)
  const storageRefusals = useText(storageText).refusal
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const showToast = useToast()
  const [open, setOpen] = useState<'correct' | 'ask' | 'drop'>()
  const [failed, setFailed] = useState<WayOutRefusal>()
  const words = describeFact(row.fact, names, language)
  const close = () => setOpen(undefined)

  async function again() {
    const resent = await resendAsItIs(db, row.id)
    if (resent.ok) showToast(text.resent)
    else setFailed(resent.error)
  }

  return (
    <Card tone="red" label={words.title}>
      <h3>{words.title}</h3>
      <p>{words.detail}</p>
      <p className="small">
        {text.number(formatNumber(row.deviceSeq, language))} · {formatMoment(row.fact.recordedAt, now())}
      </p>
      <Refusal>{row.refused.message[language]}</Refusal>
      {failed && (
        <Refusal>{failed.kind === 'not-there' ? text.notThere : storageRefusals[failed.kind]}</Refusal>
      )}
      <div className="buttons">
        {row.fact.kind === 'movement' && (
          <Button kind="primary" icon="edit" onClick={() => setOpen('correct')}>
            {text.correct}
          </Button>
        )}
        <Button icon="refresh" onClick={() => void again()}>
          {text.again}
        </Button>
        <Button icon="users" onClick={() => setOpen('ask')}>
          {text.askLead}
        </Button>
        <Button kind="danger" icon="close" onClick={() => setOpen('drop')}>
          {text.drop}
        </Button>
      </div>
      {row.fact.kind === 'movement' && (
        <CorrectDialog
          open={open === 'correct'}
          row={row}
          movement={row.fact.body}
          names={names}
          onClose={close}
          onRefused={setFailed}
        />
      )}
      <AskLeadDialog open={open === 'ask'} row={row} words={words} onClose={close} />
      <DropDialog open={open === 'drop'} row={row} onClose={close} onRefused={setFailed} />
    </Card>
  )
}
