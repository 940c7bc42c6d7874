import { useState } from 'react'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import { Button, LinkButton } from '../ui/button.tsx'
import { Segments } from '../ui/choices.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CASE_FILE_FIELDS, CaseFileFields } from './case-file-fields.tsx'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskForm } from './desk-form.tsx'
import { requestDeskText } from './request-desk-text.ts'
import { EMPTY_REQUEST, PRIVATE_REQUEST_FIELDS, readRequest } from './request-form.ts'
import { useKept } from './use-kept.tsx'
import { useNeedsCheck } from './use-needs-check.tsx'
import { useSending } from './use-sending.tsx'

/** The form of a phone operator; at its end stands the code to read out. */
export function NewRequestScreen() {
  const text = useText(requestDeskText)
  const [receipt, setReceipt] = useState<RequestReceipt>()
  return (
    <>
      <PageHead title={receipt ? text.savedTitle : text.newTitle}>
        <LinkButton href="/requests" kind="quiet" icon="back">
          {text.title}
        </LinkButton>
      </PageHead>
      {receipt ? (
        <Saved receipt={receipt} onAnother={() => setReceipt(undefined)} />
      ) : (
        <RequestForm onSaved={setReceipt} />
      )}
    </>
  )
}

function Saved({ receipt, onAnother }: { readonly receipt: RequestReceipt; readonly onAnother: () => void }) {
  const text = useText(requestDeskText)
  return (
    <section className="card">
      <p className="big-code figures">{receipt.trackCode}</p>
      <p>{text.savedSays}</p>
      {receipt.isJoined && <p>{text.savedJoined}</p>}
      <div className="buttons">
        <LinkButton href={`/requests/${encodeURIComponent(receipt.caseFileId)}`} icon="next">
          {text.openIt}
        </LinkButton>
        <Button kind="primary" icon="plus" onClick={onAnother}>
          {text.another}
        </Button>
      </div>
    </section>
  )
}

function RequestForm({ onSaved }: { readonly onSaved: (receipt: RequestReceipt) => void }) {
  const text = useText(requestDeskText)
  const labels = useText(caseFileDeskText)
  const { requests } = useDesk()
  const sending = useSending([...CASE_FILE_FIELDS, 'household', 'requester'])
  const kept = useKept('request:new', EMPTY_REQUEST, PRIVATE_REQUEST_FIELDS)
  const { typed, type, forget } = kept
  const needs = useNeedsCheck(typed, type)
  const [isUnread, setUnread] = useState(false)

  async function save() {
    setUnread(!typed.consent)
    if (!needs.areNeedsRight() || !typed.consent) return
    const receipt = await sending.send(() => requests.addRequest(readRequest(typed)))
    if (!receipt) return
    forget()
    onSaved(receipt)
  }
  const field = (
    name: 'name' | 'birthYear' | 'phone' | 'idNumber' | 'address' | 'howToFind' | 'caller' | 'callerPhone',
    label: string,
    { mode, max = 200 }: { mode?: 'tel' | 'numeric'; max?: number } = {},
  ) => (
    <Field
      label={label}
      value={typed[name]}
      onChange={(value) => type({ [name]: value })}
      {...(mode && { inputMode: mode })}
      maxLength={max}
      autoComplete="off"
    />
  )
  return (
    <DeskForm
      kept={kept}
      sending={sending}
      sentence={isUnread ? text.consentMissing : undefined}
      submit={text.send}
      onSubmit={() => void save()}
    >
      <Segments
        label={text.caller}
        options={[
          { value: 'self', label: text.bySelf },
          { value: 'other', label: text.byOther },
        ]}
        value={typed.who}
        onChange={(who) => type({ who })}
      />
      <fieldset className="private">
        <legend>{text.persons}</legend>
        {typed.who === 'other' && (
          <div className="columns">
            {field('caller', text.caller)}
            {field('callerPhone', text.callerPhone, { mode: 'tel', max: 40 })}
          </div>
        )}
        <div className="columns">
          {field('name', labels.personName)}
          {field('phone', labels.phone, { mode: 'tel', max: 40 })}
        </div>
        <div className="columns">
          {field('birthYear', text.birthYear, { mode: 'numeric', max: 4 })}
          {field('idNumber', text.idNumber, { mode: 'numeric', max: 40 })}
        </div>
        {field('address', labels.address, { max: 300 })}
        {field('howToFind', text.howToFind, { max: 500 })}
      </fieldset>
      <CaseFileFields
        typed={{ ...typed, code: '' }}
        type={needs.type}
        sending={sending}
        isNew
        withoutCode
        mayPerson={false}
        wrongNeed={needs.wrongNeed}
      />
      <Field
        label={text.words}
        value={typed.words}
        onChange={(words) => type({ words })}
        maxLength={2_000}
        multiline
      />
      <p className="read-aloud">{text.consentText}</p>
      <label className="check">
        <input
          type="checkbox"
          checked={typed.consent}
          onChange={(event) => {
            setUnread(false)
            type({ consent: event.target.checked })
          }}
        />
        {text.consentRead}
      </label>
      <label className="check">
        <input
          type="checkbox"
          checked={typed.tell}
          onChange={(event) => type({ tell: event.target.checked })}
        />
        {text.tells}
      </label>
    </DeskForm>
  )
}
