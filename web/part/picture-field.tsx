import { useEffect, useRef, useState, type ChangeEvent } from 'react'
import type { CaseFileId } from '#shared/case-file/case-file'
import { formatNumber } from '#shared/i18n/numbers'
import type { PartHash } from '#shared/part/part'
import { PICTURES_MAX } from '#shared/part/picture'
import { storageText } from '../database/storage-text.ts'
import { useLive } from '../database/use-live.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { listPartsOf, takeOutPart } from './part-store.ts'
import { partText } from './part-text.ts'
import './picture-field.css'
import { takePicture, type TakeRefusal } from './take-picture.ts'

export interface PictureFieldProps {
  /** The survey or handover; its owner calls `releaseParts` once the record is on disk. */
  readonly subjectId: string
  readonly caseFileId: CaseFileId
  /** What the draft of the record names. */
  readonly hashes: readonly PartHash[]
  /** Called with each picture that is on disk, and with each that was taken out. */
  readonly onChange: (hashes: readonly PartHash[]) => void
  readonly max?: number
  readonly label?: string
}

type FieldRefusal = TakeRefusal | { readonly kind: 'too-late' | 'full' }

/** One to four pictures: taken or chosen, made small, sealed and on disk before they are shown. */
export function PictureField({
  subjectId,
  caseFileId,
  hashes,
  onChange,
  max = PICTURES_MAX,
  label,
}: PictureFieldProps) {
  const text = useText(partText)
  const storage = useText(storageText).refusal
  const { language } = useLanguage()
  const { db } = useTablet()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<FieldRefusal>()
  const thumbnails = useThumbnails()
  const held = useLive(() => listPartsOf(db, subjectId), [db, subjectId])
  const camera = useRef<HTMLInputElement>(null)
  const gallery = useRef<HTMLInputElement>(null)
  const isFull = hashes.length >= max

  async function take(event: ChangeEvent<HTMLInputElement>) {
    const files = [...(event.target.files ?? [])]
    // The same picture may be chosen again after it was taken out.
    event.target.value = ''
    setBusy(true)
    setRefusal(undefined)
    let taken = hashes
    for (const file of files) {
      if (taken.length >= max) {
        setRefusal({ kind: 'full' })
        break
      }
      const picture = await takePicture(db, file, { subjectId, caseFileId })
      if (picture.ok) {
        thumbnails.add(picture.value.hash, picture.value.thumbnail)
        taken = [...taken, picture.value.hash]
        onChange(taken)
      } else setRefusal(picture.error)
    }
    setBusy(false)
  }

  async function takeOut(hash: PartHash) {
    setRefusal(undefined)
    if (await takeOutPart(db, hash)) onChange(hashes.filter((other) => other !== hash))
    else setRefusal({ kind: 'too-late' })
  }

  function sentenceFor(refusal: FieldRefusal): string {
    switch (refusal.kind) {
      case 'too-late':
        return text.tooLate
      case 'full':
        return text.full(formatNumber(max, language))
      case 'storage-full':
      case 'storage-broken':
      case 'not-enrolled':
        return storage[refusal.kind]
      default:
        return text.refusal[refusal.kind]
    }
  }

  return (
    <fieldset className="pictures">
      <legend>
        {label ?? text.pictures(formatNumber(hashes.length, language), formatNumber(max, language))}
      </legend>
      {hashes.length > 0 && (
        <ol>
          {hashes.map((hash, i) => {
            const number = formatNumber(i + 1, language)
            const thumbnail = thumbnails.url(hash)
            const isHeld = held?.some((part) => part.hash === hash && part.state === 'held') ?? true
            return (
              <li key={hash}>
                {thumbnail === undefined ? (
                  <div className="unseen-picture">
                    <Icon name="lock" />
                    <span>{text.keptUnseen}</span>
                  </div>
                ) : (
                  <img src={thumbnail} alt={text.number(number)} />
                )}
                <span className="small">
                  {text.number(number)} · {isHeld ? text.kept : text.onItsWay}
                </span>
                {isHeld && (
                  <Button
                    icon="remove"
                    // The next one is still being put away, and knows of this one.
                    disabled={busy}
                    aria-label={text.takeOut(number)}
                    onClick={() => void takeOut(hash)}
                  >
                    {text.takeOutShort}
                  </Button>
                )}
              </li>
            )
          })}
        </ol>
      )}
      {refusal && <Refusal>{sentenceFor(refusal)}</Refusal>}
      <div className="buttons">
        <Button
          icon="camera"
          kind="primary"
          disabled={busy || isFull}
          onClick={() => camera.current?.click()}
        >
          {busy ? text.reading : text.take}
        </Button>
        <Button icon="picture" disabled={busy || isFull} onClick={() => gallery.current?.click()}>
          {text.choose}
        </Button>
      </div>
      <input
        ref={camera}
        type="file"
        accept="image/*"
        capture="environment"
        hidden
        onChange={(event) => void take(event)}
      />
      <input
        ref={gallery}
        type="file"
        accept="image/*"
        multiple
        hidden
        onChange={(event) => void take(event)}
      />
    </fieldset>
  )
}

/** Of what this screen took: gone from memory with it. */
function useThumbnails() {
  const [urls, setUrls] = useState<ReadonlyMap<PartHash, string>>(new Map())
  const all = useRef<string[]>([])
  useEffect(() => {
    const made = all.current
    return () => made.forEach((url) => URL.revokeObjectURL(url))
  }, [])
  return {
    url: (hash: PartHash) => urls.get(hash),
    add(hash: PartHash, thumbnail: Blob) {
      const url = URL.createObjectURL(thumbnail)
      all.current.push(url)
      setUrls((before) => new Map(before).set(hash, url))
    },
  }
}
