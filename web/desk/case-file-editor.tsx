import type { CaseFileAnswer } from '#shared/desk/desk-case-file-wire'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { caseFileDeskText } from './case-file-desk-text.ts'
import { CASE_FILE_FIELDS, CaseFileFields } from './case-file-fields.tsx'
import { PRIVATE_FIELDS, readCaseFileChange, typedFromCaseFile } from './case-file-form.ts'
import { useDesk } from './desk-context.tsx'
import { DeskForm } from './desk-form.tsx'
import { deskText } from './desk-text.ts'
import { useKept } from './use-kept.tsx'
import { useNeedsCheck } from './use-needs-check.tsx'
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
  const { requests } = useDesk()
  const { id } = answer.caseFile
  const sending = useSending(CASE_FILE_FIELDS)
  const kept = useKept(`case-file:${id}`, typedFromCaseFile(answer, names), PRIVATE_FIELDS)
  const { typed, forget } = kept
  const { wrongNeed, type, areNeedsRight } = useNeedsCheck(typed, kept.type)
  const mayPerson = answer.person !== undefined

  async function save() {
    if (!areNeedsRight()) return
    const body = readCaseFileChange(typed, answer.version, mayPerson)
    if (!(await sending.send(() => requests.changeCaseFile(id, body)))) return
    forget()
    onSaved()
  }
  return (
    <DeskForm
      kept={kept}
      sending={sending}
      sentence={sending.isStale ? text.changedMeanwhile : undefined}
      onSubmit={() => void save()}
      actions={
        sending.isStale && (
          <Button
            icon="refresh"
            onClick={() => {
              sending.clear()
              onReload()
            }}
          >
            {text.loadNewest}
          </Button>
        )
      }
      onCancel={onClose}
    >
      <CaseFileFields
        typed={typed}
        type={type}
        sending={sending}
        isNew={false}
        mayPerson={mayPerson}
        wrongNeed={wrongNeed}
      />
    </DeskForm>
  )
}
