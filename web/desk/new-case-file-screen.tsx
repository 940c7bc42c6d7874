import { useState } from 'react'
import { useLocation } from 'wouter'
import { Button, LinkButton } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CASE_FILE_FIELDS, CaseFileFields } from './case-file-fields.tsx'
import { badNeed, EMPTY_CASE_FILE, PRIVATE_FIELDS, readCaseFileAdd } from './case-file-form.ts'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import { may } from './may.ts'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

export function NewCaseFileScreen() {
  const text = useText(caseFileDeskText)
  const frame = useText(deskText)
  const { requests, me } = useDesk()
  const [, navigate] = useLocation()
  const sending = useSending(CASE_FILE_FIELDS)
  const { typed, type, forget, wasKept } = useKept('case-file:new', EMPTY_CASE_FILE, PRIVATE_FIELDS)
  const [wrongNeed, setWrongNeed] = useState<number>()
  const mayPerson = may(me.role, 'seePersons')

  async function save() {
    const bad = badNeed(typed)
    setWrongNeed(bad)
    if (bad !== undefined) return
    const added = await sending.send(() => requests.addCaseFile(readCaseFileAdd(typed, mayPerson)))
    if (!added) return
    forget()
    navigate(`/case-files/${encodeURIComponent(added.caseFile.id)}`, { replace: true })
  }
  return (
    <>
      <PageHead title={text.newTitle}>
        <LinkButton href="/case-files" kind="quiet" icon="back">
          {text.title}
        </LinkButton>
      </PageHead>
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
          isNew
          mayPerson={mayPerson}
          wrongNeed={wrongNeed}
        />
        <FormRefusal sentence={sending.sentence} />
        <div className="buttons">
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? frame.saving : frame.save}
          </Button>
        </div>
      </form>
    </>
  )
}
