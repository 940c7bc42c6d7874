import { PictureField } from '../part/picture-field.tsx'
import { useText } from '../ui/language.tsx'
import { handoverText } from './handover-text.ts'
import type { HandoverInHand } from './use-handover.tsx'

/** One to four pictures of goods and place; each is sealed on disk before it is shown. */
export function PicturesStep({ handover }: { readonly handover: HandoverInHand }) {
  const text = useText(handoverText)
  const { draft, change } = handover
  return (
    <>
      <p>{text.picturesWhat}</p>
      <PictureField
        subjectId={draft.id}
        caseFileId={draft.caseFileId}
        hashes={draft.pictures}
        onChange={(pictures) => void change({ pictures })}
      />
      {draft.pictures.length === 0 && <p className="quiet">{text.picturesNone}</p>}
    </>
  )
}
