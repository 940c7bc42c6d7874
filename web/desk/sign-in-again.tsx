import { useEffect, useRef } from 'react'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { sessionText } from './session-text.ts'
import { SignInForm, type SignInFieldsProps } from './sign-in-form.tsx'

export interface SignInAgainProps extends SignInFieldsProps {
  readonly onLeave: () => void
}

/** Over the screen, so that what stands there stays; the one dialog that opens by itself, since nothing works without it. */
export function SignInAgain({ onLeave, ...fields }: SignInAgainProps) {
  const text = useText(sessionText)
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    dialog.current?.showModal()
  }, [])
  return (
    <dialog ref={dialog} className="dialog again" aria-labelledby="sign-in-again" onClose={onLeave}>
      <h2 id="sign-in-again">{text.againTitle}</h2>
      <p className="quiet">{text.againHint}</p>
      <SignInForm {...fields} />
      <Button kind="quiet" wide onClick={onLeave}>
        {text.leave}
      </Button>
    </dialog>
  )
}
