import type { PersonExtract } from '#shared/desk/desk-data-request-wire'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { FormDialog } from './form-dialog.tsx'
import { personalDataText } from './personal-data-text.ts'
import { requestDeskText } from './request-desk-text.ts'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

interface ContactDialogProps {
  readonly requestId: string
  readonly extract: PersonExtract
  readonly contact: NonNullable<PersonExtract['contact']>
  readonly onCorrected: (extract: PersonExtract) => void
  readonly onClose: () => void
}

/** Who asked, and whether they are told of each step: a number that was noted wrongly is somebody else's. */
export function ContactDialog({ requestId, extract, contact, onCorrected, onClose }: ContactDialogProps) {
  const text = useText(personalDataText)
  const words = useText(requestDeskText)
  const { requests } = useDesk()
  const sending = useSending(['requester'])
  const { requester, tell } = contact
  const initial = { name: requester?.name ?? '', phone: requester?.phone ?? '', tell }
  const kept = useKept(`contact:${extract.caseFileId}`, initial, ['name', 'phone', 'tell'])
  const { typed, type, forget } = kept

  async function save() {
    const { name, phone } = typed
    const corrected = await sending.send(() =>
      requests.correctContact(requestId, extract.caseFileId, {
        ...(requester && { requester: { name, phone } }),
        tell: typed.tell,
      }),
    )
    if (!corrected) return
    forget()
    onCorrected(corrected)
  }
  return (
    <FormDialog
      title={text.correctContact}
      kept={kept}
      sending={sending}
      onSave={() => void save()}
      onClose={onClose}
    >
      {requester && (
        <>
          <Field
            label={text.name}
            value={typed.name}
            onChange={(name) => type({ name })}
            maxLength={200}
            autoComplete="off"
          />
          <Field
            label={text.phone}
            value={typed.phone}
            onChange={(phone) => type({ phone })}
            refusal={sending.field('requester')}
            inputMode="tel"
            maxLength={40}
            autoComplete="off"
          />
        </>
      )}
      <label className="check">
        <input
          type="checkbox"
          checked={typed.tell}
          onChange={(event) => type({ tell: event.target.checked })}
        />
        {words.tells}
      </label>
    </FormDialog>
  )
}
