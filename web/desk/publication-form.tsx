import { PUBLIC_WORDS_MAX, type PublicationAnswer } from '#shared/desk/desk-publication-wire'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { useDesk } from './desk-context.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal } from './form-parts.tsx'
import { publicationText } from './publication-text.ts'
import { useKept } from './use-kept.tsx'
import { useSending } from './use-sending.tsx'

interface PublicationFormProps {
  readonly caseFileId: string
  readonly found: PublicationAnswer
  readonly onChanged: () => void
}

/** The words everyone reads. What is half typed may name somebody, so it lies in memory alone. */
export function PublicationForm({ caseFileId, found, onChanged }: PublicationFormProps) {
  const text = useText(publicationText)
  const frame = useText(deskText)
  const { requests } = useDesk()
  const showToast = useToast()
  const sending = useSending(['words', 'wordsEn'])
  const { words, wordsEn, publishedAt, withdrawnAt, hindrance } = found
  const { typed, type, forget } = useKept(`publication:${caseFileId}`, { words, wordsEn }, [
    'words',
    'wordsEn',
  ])
  const isPublic = publishedAt !== null && withdrawnAt === null
  const isChanged = typed.words !== words || typed.wordsEn !== wordsEn
  const action = isPublic ? text.change : withdrawnAt === null ? text.publish : text.again

  async function publish() {
    if (!(await sending.send(() => requests.publish(caseFileId, typed)))) return
    forget()
    showToast(text.published)
    onChanged()
  }
  async function withdraw() {
    if (!(await sending.send(() => requests.withdrawPublication(caseFileId)))) return
    showToast(text.withdrawn)
    onChanged()
  }
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault()
        void publish()
      }}
    >
      {hindrance === null && (
        <>
          <Field
            label={text.words}
            hint={text.wordsHint}
            value={typed.words}
            onChange={(next) => type({ words: next })}
            refusal={sending.field('words')}
            maxLength={PUBLIC_WORDS_MAX}
            multiline
          />
          <Field
            label={text.wordsEn}
            value={typed.wordsEn}
            onChange={(next) => type({ wordsEn: next })}
            refusal={sending.field('wordsEn')}
            maxLength={PUBLIC_WORDS_MAX}
            multiline
          />
        </>
      )}
      <FormRefusal sentence={sending.sentence} />
      <div className="buttons">
        {hindrance === null && (
          <Button
            type="submit"
            kind="primary"
            icon="upload"
            disabled={sending.busy || typed.words.trim() === '' || (isPublic && !isChanged)}
          >
            {sending.busy ? frame.saving : action}
          </Button>
        )}
        {isPublic && (
          <Button icon="close" disabled={sending.busy} onClick={() => void withdraw()}>
            {text.withdraw}
          </Button>
        )}
      </div>
    </form>
  )
}
