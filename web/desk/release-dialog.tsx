import { useEffect, useState } from 'react'
import type { PartHash } from '#shared/part/part'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { base64FromBlob, blurPicture } from './blur-picture.ts'
import { casePicturesText } from './case-pictures-text.ts'
import { useDesk } from './desk-context.tsx'
import { useSending } from './use-sending.tsx'

export interface ReleaseDialogProps {
  readonly hash: PartHash
  readonly onClose: () => void
  readonly onReleased: () => void
}

interface Blurred {
  readonly blob: Blob
  readonly url: string
}

/** What everyone will see is seen first, by the person whose word it is. The sharp picture never leaves this window. */
export function ReleaseDialog({ hash, onClose, onReleased }: ReleaseDialogProps) {
  const text = useText(casePicturesText)
  const { requests } = useDesk()
  const sending = useSending()
  const [blurred, setBlurred] = useState<Blurred | 'failed'>()

  useEffect(() => {
    const abort = new AbortController()
    let url: string | undefined
    async function blur() {
      const blob = await makeBlurred(hash, abort.signal)
      if (abort.signal.aborted) return
      url = blob && URL.createObjectURL(blob)
      setBlurred(blob && url !== undefined ? { blob, url } : 'failed')
    }
    void blur()
    return () => {
      abort.abort()
      if (url !== undefined) URL.revokeObjectURL(url)
    }
  }, [hash])

  async function release() {
    if (typeof blurred !== 'object') return
    const base64 = await base64FromBlob(blurred.blob)
    if ((await sending.send(() => requests.releasePicture(hash, base64))) !== undefined) onReleased()
  }

  return (
    <Dialog
      open
      title={text.releaseTitle}
      onClose={onClose}
      onSubmit={() => void release()}
      actions={
        <Button kind="primary" type="submit" disabled={typeof blurred !== 'object' || sending.busy}>
          {text.releaseNow}
        </Button>
      }
    >
      <p>{text.releaseWhat}</p>
      {blurred === undefined && <output>{text.blurring}</output>}
      {blurred === 'failed' && <Refusal>{text.notBlurred}</Refusal>}
      {typeof blurred === 'object' && <img className="blurred" src={blurred.url} alt={text.preview} />}
      {sending.sentence !== undefined && <Refusal>{sending.sentence}</Refusal>}
    </Dialog>
  )
}

async function makeBlurred(hash: PartHash, signal: AbortSignal): Promise<Blob | undefined> {
  const sharp = await fetch(`/api/desk/parts/${hash}`, { credentials: 'same-origin', signal })
    .then((response) => (response.ok ? response.blob() : undefined))
    .catch(() => undefined)
  return sharp && blurPicture(sharp)
}
