import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import type { DraftRefusal } from './draft-change-store.ts'
import { draftText } from './draft-text.ts'
import { SavedNote } from './saved-note.tsx'

export interface ScanFooterProps {
  readonly saved: boolean
  readonly refusal: DraftRefusal | undefined
  readonly onCode: () => void
  readonly onFind: () => void
  readonly onNoCode: () => void
  readonly finish: string
  readonly disabled: boolean
  readonly onFinish: () => void
}

/** The ways in that need no camera, and the one button that ends the job and says what it ends. */
export function ScanFooter(props: ScanFooterProps) {
  const text = useText(draftText)
  return (
    <div className="scan-foot">
      <div className="ways">
        <Button onClick={props.onCode}>{text.typeCode}</Button>
        <Button onClick={props.onFind}>{text.findGoods}</Button>
        <Button onClick={props.onNoCode}>{text.noCodeGoods}</Button>
      </div>
      <SavedNote saved={props.saved} refusal={props.refusal} />
      <Button kind="primary" className="end" disabled={props.disabled} onClick={props.onFinish}>
        {props.finish}
      </Button>
    </div>
  )
}
