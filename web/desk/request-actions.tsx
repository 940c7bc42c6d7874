import { useState } from 'react'
import { REFUSAL_REASONS, type RefusalReason } from '#shared/case-file/life'
import { lifeText } from '#shared/case-file/life-text'
import type { RequestAnswer } from '#shared/desk/desk-request-wire'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import type { RequestPartProps } from './request-check.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { SelectField } from './select-field.tsx'
import { useSending } from './use-sending.tsx'

/** To send somebody there, or to end it with a reason. */
export function RequestActions({ found, onDone }: Omit<RequestPartProps, 'mayDecide'>) {
  return (
    <>
      <AssignForm found={found} onDone={onDone} />
      {found.step !== 'refused' && found.step !== 'confirmed' && <RefuseForm found={found} onDone={onDone} />}
    </>
  )
}

interface FormProps {
  readonly found: RequestAnswer
  readonly onDone: (found: RequestAnswer) => void
}

function AssignForm({ found, onDone }: FormProps) {
  const text = useText(requestDeskText)
  const frame = useText(deskText)
  const { requests } = useDesk()
  const sending = useSending(['staffId'])
  const [staffId, setStaffId] = useState<string>(found.routedTo?.id ?? '')

  async function assign() {
    const assigned = await sending.send(() => requests.assignRequest(found.caseFileId, staffId))
    if (assigned) onDone(assigned)
  }
  return (
    <form
      className="card form"
      aria-labelledby="assign-title"
      onSubmit={(event) => {
        event.preventDefault()
        void assign()
      }}
    >
      <h2 id="assign-title">{text.assignTitle}</h2>
      <SelectField
        label={text.assignTo}
        value={staffId}
        hint={text.assignHint}
        options={[
          { value: '', label: frame.chooseHint },
          ...found.verifiers.map(({ id, name, isOfPlace }) => ({
            value: id as string,
            label: isOfPlace ? `${name} (${text.ofPlace})` : name,
          })),
        ]}
        onChange={setStaffId}
        refusal={sending.field('staffId')}
      />
      <FormRefusal sentence={sending.sentence} />
      <div className="buttons">
        <Button type="submit" kind="primary" disabled={sending.busy || staffId === ''}>
          {text.assign}
        </Button>
      </div>
    </form>
  )
}

function RefuseForm({ found, onDone }: FormProps) {
  const text = useText(requestDeskText)
  const frame = useText(deskText)
  const reasons = useText(lifeText).reason
  const { requests } = useDesk()
  const sending = useSending(['reason', 'words'])
  const [reason, setReason] = useState<RefusalReason | ''>('')
  const [words, setWords] = useState('')

  async function refuse() {
    if (reason === '') return
    const refused = await sending.send(() => requests.refuseRequest(found.caseFileId, { reason, words }))
    if (refused) onDone(refused)
  }
  return (
    <form
      className="card form"
      aria-labelledby="refuse-title"
      onSubmit={(event) => {
        event.preventDefault()
        void refuse()
      }}
    >
      <h2 id="refuse-title">{text.refuseTitle}</h2>
      <SelectField
        label={text.reason}
        value={reason}
        options={[
          { value: '' as const, label: frame.chooseHint },
          ...REFUSAL_REASONS.map((value) => ({ value, label: reasons[value] })),
        ]}
        onChange={setReason}
        refusal={sending.field('reason')}
      />
      {reason !== '' && (
        <>
          <Field
            label={text.refuseWords}
            hint={text.refuseWordsHint}
            value={words}
            onChange={setWords}
            maxLength={500}
            refusal={sending.field('words')}
            multiline
          />
          <FormRefusal sentence={sending.sentence} />
          <div className="buttons">
            <Button type="submit" kind="danger" disabled={sending.busy}>
              {text.refuse}
            </Button>
          </div>
        </>
      )}
    </form>
  )
}
