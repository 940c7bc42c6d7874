import { useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { Field } from '../ui/field.tsx'
import { useText } from '../ui/language.tsx'
import { draftText } from './draft-text.ts'

export interface CodeDialogProps {
  readonly open: boolean
  readonly value: string
  readonly onChange: (value: string) => void
  /** False when what was typed is no code but words. */
  readonly onCode: (code: string) => Promise<boolean>
  /** The words are looked for among the names of goods. */
  readonly onFind: (words: string) => void
  readonly onClose: () => void
}

/** The number under the bars, where neither camera nor scanner reads it. */
export function CodeDialog({ open, value, onChange, onCode, onFind, onClose }: CodeDialogProps) {
  const text = useText(draftText)
  const [words, setWords] = useState<string>()
  const taking = useRef(false)
  const code = value.trim()
  const isWords = code !== '' && code === words
  const done = async () => {
    // Two quick presses are one answer.
    if (code === '' || taking.current) return
    if (isWords) return onFind(code)
    taking.current = true
    const taken = await onCode(code).finally(() => (taking.current = false))
    setWords(taken ? undefined : code)
  }
  return (
    <Dialog
      open={open}
      title={text.typeCodeTitle}
      onClose={onClose}
      onSubmit={() => void done()}
      actions={
        <Button kind="primary" {...(isWords && { icon: 'search' as const })} onClick={() => void done()}>
          {isWords ? text.findGoods : text.take}
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
        refusal={isWords ? text.notACode : undefined}
      />
    </Dialog>
  )
}
