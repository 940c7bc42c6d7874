import { useState } from 'react'
import type { CaseFileAnswer } from '#shared/desk/desk-case-file-wire'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CASE_FILE_FIELDS, CaseFileFields } from './case-file-fields.tsx'
import { badNeed, PRIVATE_FIELDS, readCaseFileChange, typedFromCaseFile } from './case-file-form.ts'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import { useKept } from './use-kept.tsx'
import { useNeedNames, type NeedNames } from './use-need-names.tsx'
import { useSending } from './use-sending.tsx'

export interface CaseFileEditorProps {
  readonly answer: CaseFileAnswer
  readonly onClose: () => void
  readonly onSaved: () => void
  /** Asks for the newest, after somebody else has saved; what is typed stays. */
  readonly onReload: () => void
}

export function CaseFileEditor(props: CaseFileEditorProps) {
  const frame = useText(deskText)
  const names = useNeedNames(props.answer.caseFile.needs)
  return names.ready ? <Editor {...props} names={names} /> : <p className="loading">{frame.loading}</p>
}

function Editor({
  answer,
  names,
  onClose,
  onSaved,
  onReload,
}: CaseFileEditorProps & { readonly names: NeedNames }) {
  const text = useText(caseFileDeskText)
  const frame = useText(deskText)
  const { requests } = useDesk()
  const { id } = answer.caseFile
  const sending = useSending(CASE_FILE_FIELDS)
  const [wrongNeed, setWrongNeed] = useState<number>()
  const { typed, type, forget, wasKept } = useKept(
    `case-file:${id}`,
    typedFromCaseFile(answer, names),
    PRIVATE_FIELDS,
  )
  const mayPerson = answer.person !== undefined
  const isStale = sending.refusal?.kind === 'refused' && sending.refusal.reason === 'conflict'

  async function save() {
    const bad = badNeed(typed)
    setWrongNeed(bad)
    if (bad !== undefined) return
    const body = readCaseFileChange(typed, answer.version, mayPerson)
    if (!(await sending.send(() => requests.changeCaseFile(id, body)))) return
    forget()
    onSaved()
  }
  return (
    <>
      <KeptNotice shown={wasKept} onForget={forget} />
      <form
        className="form card"
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <CaseFileFields
          typed={typed}
          type={(change) => {
            setWrongNeed(undefined)
            type(change)
          }}
          sending={sending}
          isNew={false}
          mayPerson={mayPerson}
          wrongNeed={wrongNeed}
        />
        <FormRefusal sentence={isStale ? text.changedMeanwhile : sending.sentence} />
        <div className="buttons">
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? frame.saving : frame.save}
          </Button>
          {isStale && (
            <Button
              icon="refresh"
              onClick={() => {
                sending.clear()
                onReload()
              }}
            >
              {text.loadNewest}
            </Button>
          )}
          <Button
            kind="quiet"
            onClick={() => {
              forget()
              onClose()
            }}
          >
            {frame.cancel}
          </Button>
        </div>
      </form>
    </>
  )
}
