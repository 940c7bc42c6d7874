import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import type { DraftRefusal } from './draft-change-store.ts'
import { draftText, sentenceForDraftRefusal } from './draft-text.ts'

/** Says that all of it is on disk, only while that is true. */
export function SavedNote({
  saved,
  refusal,
}: {
  readonly saved: boolean
  readonly refusal: DraftRefusal | undefined
}) {
  const { language } = useLanguage()
  const text = useText(draftText)
  if (refusal) return <Refusal>{sentenceForDraftRefusal(refusal, language)}</Refusal>
  return (
    <p className="saved-note push" aria-live="polite">
      {saved ? text.saved : text.saving}
    </p>
  )
}
