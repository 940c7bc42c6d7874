import { useEffect, useId, useRef, type ReactNode } from 'react'
import { Button } from './button.tsx'
import { useText } from './language.tsx'
import { uiText } from './ui-text.ts'

export interface DialogProps {
  /** Only ever set by a press of the person: a dialog never opens by itself between two scans. */
  readonly open: boolean
  readonly title: string
  readonly onClose: () => void
  readonly onSubmit?: () => void
  readonly actions?: ReactNode
  readonly children: ReactNode
}

/** The native dialog: holds the focus, closes with Escape, gives the focus back. */
export function Dialog({ open, title, onClose, onSubmit, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  const text = useText(uiText)
  useEffect(() => {
    const element = dialog.current
    if (open && element && !element.open) {
      element.showModal()
      // The browser would take the first button; who opens a dialog with a field wants to type.
      element.querySelector<HTMLElement>('input:not([type=radio], [type=checkbox]), textarea')?.focus()
    }
    if (!open && element?.open) element.close()
  }, [open])
  return (
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={titleId}
      // The event comes late: closed by its owner, this dialog must not close the one that opened instead.
      onClose={() => open && onClose()}
    >
      {open && (
        <form
          onSubmit={(event) => {
            event.preventDefault()
            onSubmit?.()
          }}
        >
          <h2 id={titleId}>{title}</h2>
          {children}
          <div className="buttons">
            {actions}
            <Button kind="quiet" onClick={onClose}>
              {text.close}
            </Button>
          </div>
        </form>
      )}
    </dialog>
  )
}
