import type { FindingRow } from '#shared/desk/desk-finding-wire'
import { findingText } from '#shared/finding/finding-text'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { findingDeskText } from './finding-desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export interface HandleDialogProps {
  readonly finding: FindingRow
  readonly onClose: () => void
  readonly onHandled: () => void
}

/** The note is kept in memory only until it is sent: people write names into notes although they should not. */
export function HandleDialog({ finding, onClose, onHandled }: HandleDialogProps) {
  const text = useText(findingDeskText)
  const kinds = useText(findingText).kind
  const frame = useText(deskText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const showToast = useToast()
  const sending = useSending(['note'])
  const { typed, type, forget, wasKept } = useKept(`finding:${finding.key}`, { note: finding.note ?? '' }, [
    'note',
  ])

  async function handle() {
    const handled = await sending.send(() => requests.handleFinding(finding.key, typed.note))
    if (!handled) return
    forget()
    showToast(text.handledDone)
    onHandled()
  }
  return (
    <Dialog
      open
      title={kinds[finding.kind]}
      onClose={onClose}
      onSubmit={() => void handle()}
      actions={
        <Button type="submit" kind="primary" disabled={sending.busy || typed.note.trim() === ''}>
          {sending.busy ? frame.saving : text.handle}
        </Button>
      }
    >
      <p>{finding.sentence[language]}</p>
      <KeptNotice shown={wasKept} onForget={forget} />
      <Field
        label={text.handleTitle}
        value={typed.note}
        onChange={(note) => type({ note })}
        hint={text.noteHint}
        refusal={sending.field('note')}
        maxLength={500}
        multiline
        required
      />
      <FormRefusal sentence={sending.sentence} />
    </Dialog>
  )
}
