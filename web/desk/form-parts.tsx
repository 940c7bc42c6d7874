import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { deskText } from './desk-text.ts'

/** Says that a form opened with what was typed before, and how to start over. */
export function KeptNotice({ shown, onForget }: { readonly shown: boolean; readonly onForget: () => void }) {
  const text = useText(deskText)
  if (!shown) return null
  return (
    <Notice>
      <div className="kept">
        <span>{text.keptTyping}</span>
        <Button kind="quiet" icon="undo" onClick={onForget}>
          {text.forgetTyping}
        </Button>
      </div>
    </Notice>
  )
}

/** The sentence at the end of a form that belongs to no single field. */
export function FormRefusal({ sentence }: { readonly sentence: string | undefined }) {
  return sentence === undefined ? null : <Refusal>{sentence}</Refusal>
}
