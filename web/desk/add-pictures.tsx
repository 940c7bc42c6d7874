import { useRef, useState, type ChangeEvent } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { PICTURE_FILE_BYTES_MAX } from '#shared/part/picture'
import { drawAnew } from '../part/draw-picture.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { casePicturesText } from './case-pictures-text.ts'
import { useDesk } from './desk-context.tsx'
import { base64FromBytes } from './import-rows.ts'
import { useSending } from './use-sending.tsx'

export interface AddPicturesProps {
  readonly caseFileId: string
  readonly disabled?: boolean
  readonly onAdded?: () => void
}

/** Pictures that came to the desk: drawn anew here, so that place and time stay behind, and kept at once. */
export function AddPictures({ caseFileId, disabled = false, onAdded }: AddPicturesProps) {
  const text = useText(casePicturesText)
  const { language } = useLanguage()
  const { requests } = useDesk()
  const sending = useSending()
  const input = useRef<HTMLInputElement>(null)
  const [added, setAdded] = useState(0)
  const [busy, setBusy] = useState(false)
  const [isNone, setNone] = useState(false)

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    event.target.value = ''
    setBusy(true)
    setNone(false)
    for (const file of files) {
      const drawn = file.size <= PICTURE_FILE_BYTES_MAX ? await drawAnew(file) : undefined
      if (!drawn) {
        setNone(true)
        continue
      }
      const base64 = base64FromBytes(new Uint8Array(await drawn.picture.arrayBuffer()))
      if (!(await sending.send(() => requests.addPicture(caseFileId, base64)))) break
      setAdded((count) => count + 1)
      onAdded?.()
    }
    setBusy(false)
  }
  return (
    <>
      <div className="buttons">
        <Button icon="picture" disabled={disabled || busy} onClick={() => input.current?.click()}>
          {busy ? text.adding : text.add}
        </Button>
      </div>
      <input
        ref={input}
        type="file"
        accept="image/*"
        multiple
        hidden
        aria-label={text.add}
        onChange={(event) => void take(event)}
      />
      {added > 0 && <Notice tone="green">{text.added(formatNumber(added, language))}</Notice>}
      {isNone && <Refusal>{text.noPicture}</Refusal>}
      {sending.sentence !== undefined && <Refusal>{sending.sentence}</Refusal>}
    </>
  )
}
