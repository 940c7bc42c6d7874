import { useId, useRef, useState, type DragEvent } from 'react'
import { IMPORT_BYTES_MAX, type ImportKind } from '#shared/desk/desk-import-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { FormRefusal } from './form-parts.tsx'
import { base64FromBytes, decodeForView } from './import-rows.ts'
import { importText } from './import-text.ts'
import { useKept } from './use-kept.tsx'

/** What is to be imported: what the server gets, and the same for the eye. */
export interface Source {
  readonly name: string | undefined
  readonly text: string
  readonly body: { readonly text: string } | { readonly base64: string }
}

export interface ImportSourceProps {
  readonly kind: ImportKind
  readonly busy: boolean
  readonly onCheck: (source: Source) => void
}

/** A file dropped or picked, or lines pasted. Pasted lines may hold names and phones, so they stay in memory. */
export function ImportSource({ kind, busy, onCheck }: ImportSourceProps) {
  const text = useText(importText)
  const { language } = useLanguage()
  const picker = useRef<HTMLInputElement>(null)
  const hintId = useId()
  const [isOver, setIsOver] = useState(false)
  const [tooLarge, setTooLarge] = useState(false)
  const { typed, type } = useKept(`import:${kind}`, { pasted: '' }, ['pasted'])

  async function take(file: File | undefined) {
    if (!file) return
    setTooLarge(file.size > IMPORT_BYTES_MAX)
    if (file.size > IMPORT_BYTES_MAX) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    onCheck({ name: file.name, text: decodeForView(bytes), body: { base64: base64FromBytes(bytes) } })
  }
  function drop(event: DragEvent) {
    event.preventDefault()
    setIsOver(false)
    void take(event.dataTransfer.files[0])
  }

  return (
    <div className="import-source">
      <div
        className={isOver ? 'drop over' : 'drop'}
        onDragOver={(event) => {
          event.preventDefault()
          setIsOver(true)
        }}
        onDragLeave={() => setIsOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" />
        <p id={hintId}>{text.drop}</p>
        <input
          ref={picker}
          className="unseen"
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          aria-label={text.pick}
          tabIndex={-1}
          onChange={(event) => {
            void take(event.target.files?.[0])
            // The same file, corrected, must be takeable again.
            event.target.value = ''
          }}
        />
        <Button
          kind="primary"
          disabled={busy}
          aria-describedby={hintId}
          onClick={() => picker.current?.click()}
        >
          {busy ? text.checking : text.pick}
        </Button>
        <FormRefusal
          sentence={
            tooLarge ? text.tooLarge(formatNumber(IMPORT_BYTES_MAX / 1_048_576, language)) : undefined
          }
        />
      </div>
      <form
        className="form"
        onSubmit={(event) => {
          event.preventDefault()
          onCheck({ name: undefined, text: typed.pasted, body: { text: typed.pasted } })
        }}
      >
        <Field
          label={text.orPaste}
          value={typed.pasted}
          onChange={(pasted) => type({ pasted })}
          placeholder={text.paste}
          multiline
        />
        <Button type="submit" disabled={busy || typed.pasted.trim() === ''}>
          {busy ? text.checking : text.check}
        </Button>
      </form>
    </div>
  )
}
