import { useLocation } from 'wouter'
import { LinkButton } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CASE_FILE_FIELDS, CaseFileFields } from './case-file-fields.tsx'
import { EMPTY_CASE_FILE, PRIVATE_FIELDS, readCaseFileAdd } from './case-file-form.ts'
import { useDesk } from './desk-context.tsx'
import { PageHead } from './desk-frame.tsx'
import { DeskForm } from './desk-form.tsx'
import { may } from './may.ts'
import { useKept } from './use-kept.tsx'
import { useNeedsCheck } from './use-needs-check.tsx'
import { useSending } from './use-sending.tsx'

export function NewCaseFileScreen() {
  const text = useText(caseFileDeskText)
  const { requests, me } = useDesk()
  const [, navigate] = useLocation()
  const sending = useSending(CASE_FILE_FIELDS)
  const kept = useKept('case-file:new', EMPTY_CASE_FILE, PRIVATE_FIELDS)
  const { typed, forget } = kept
  const { wrongNeed, type, areNeedsRight } = useNeedsCheck(typed, kept.type)
  const mayPerson = may(me.role, 'seePersons')

  async function save() {
    if (!areNeedsRight()) return
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
      <DeskForm kept={kept} sending={sending} onSubmit={() => void save()}>
        <CaseFileFields
          typed={typed}
          type={type}
          sending={sending}
          isNew
          mayPerson={mayPerson}
          wrongNeed={wrongNeed}
        />
      </DeskForm>
    </>
  )
}
