import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { deskText } from './desk-text.ts'
import { FormRefusal, KeptNotice } from './form-parts.tsx'
import type { Kept } from './use-kept.tsx'
import type { Sending } from './use-sending.tsx'

export interface DeskFormProps {
  readonly kept: Pick<Kept<object>, 'wasKept' | 'forget'>
  readonly sending: Pick<Sending, 'busy' | 'sentence'>
  /** Instead of what `sending` has to say. */
  readonly sentence?: string | undefined
  /** On the button that sends, where that is not to save. */
  readonly submit?: string
  readonly className?: string
  readonly onSubmit: () => void
  /** Beside the button that sends. */
  readonly actions?: ReactNode
  /** Where the form can be left: what was typed is forgotten first. */
  readonly onCancel?: () => void
  readonly children: ReactNode
}

/** A form on a page of the desk, as `FormDialog` is one above a page. */
export function DeskForm(props: DeskFormProps) {
  const { kept, sending, sentence, submit, className = 'form card' } = props
  const { onSubmit, actions, onCancel, children } = props
  const text = useText(deskText)
  return (
    <>
      <KeptNotice shown={kept.wasKept} onForget={kept.forget} />
      <form
        className={className}
        onSubmit={(event) => {
          event.preventDefault()
          onSubmit()
        }}
      >
        {children}
        <FormRefusal sentence={sentence ?? sending.sentence} />
        <div className="buttons">
          <Button type="submit" kind="primary" disabled={sending.busy}>
            {sending.busy ? text.saving : (submit ?? text.save)}
          </Button>
          {actions}
          {onCancel && (
            <Button
              kind="quiet"
              onClick={() => {
                kept.forget()
                onCancel()
              }}
            >
              {text.cancel}
            </Button>
          )}
        </div>
      </form>
    </>
  )
}
