import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { draftText } from './draft-text.ts'

export interface CodeDialogProps {
  readonly open: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  readonly onCode: (code: string) => void
  readonly onClose: () => void
  readonly refusal?: string | undefined
}

/** The number under the bars, where neither camera nor scanner reads it. */
export function CodeDialog({ open, value, onChange, onCode, onClose, refusal }: CodeDialogProps) {
  const text = useText(draftText)
  const done = () => {
    if (value.trim() !== '') onCode(value.trim())
  }
  return (
    <Dialog
      open={open}
      title={text.typeCodeTitle}
      onClose={onClose}
      onSubmit={done}
      actions={
        <Button kind="primary" onClick={done}>
          {text.take}
        </Button>
      }
    >
      <Field
        label={text.typeCodeField}
        value={value}
        onChange={onChange}
        inputMode="numeric"
        autoComplete="off"
        // A person who opened this wants to type at once.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        refusal={refusal}
      />
    </Dialog>
  )
}
