import { useState } from 'react'
import type { PictureRow } from '#shared/desk/desk-part-wire'
import { formatNumber } from '#shared/i18n/numbers'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { useToast } from '../ui/toast.tsx'
import { AddPictures } from './add-pictures.tsx'
import { AnswerView } from './answer-view.tsx'
import './case-pictures.css'
import { casePicturesText } from './case-pictures-text.ts'
import { useDesk } from './desk-context.tsx'
import { formatMoment } from './desk-time.ts'
import { may } from './may.ts'
import { ReleaseDialog } from './release-dialog.tsx'
import { useAnswer } from './use-answer.tsx'
import { useSending } from './use-sending.tsx'

/** The pictures of a case file, opened by a press: each look is noted. Shows nothing to those who may not see persons. */
export function CasePictures({ caseFileId }: { readonly caseFileId: string }) {
  const text = useText(casePicturesText)
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const [shown, setShown] = useState(false)
  const maySee = may(me.role, 'seePersons')
  const answer = useAnswer(`pictures ${caseFileId}`, (signal) => requests.casePictures(caseFileId, signal), {
    skip: !maySee,
  })
  if (!maySee) return null
  return (
    <section className="card private" aria-labelledby="pictures-title">
      <h2 id="pictures-title">{text.title}</h2>
      <p className="hint">{text.hint}</p>
      <AnswerView answer={answer}>
        {({ pictures }) => {
          if (pictures.length === 0) return <p>{text.none}</p>
          if (!shown) {
            return (
              <Button icon="picture" onClick={() => setShown(true)}>
                {text.show(formatNumber(pictures.length, language))}
              </Button>
            )
          }
          return (
            <ol className="case-pictures">
              {pictures.map((picture, i) => (
                <li key={picture.hash}>
                  <CasePicture picture={picture} number={i + 1} onChanged={answer.reload} />
                </li>
              ))}
            </ol>
          )
        }}
      </AnswerView>
      <AddPictures caseFileId={caseFileId} onAdded={answer.reload} />
    </section>
  )
}

interface CasePictureProps {
  readonly picture: PictureRow
  readonly number: number
  readonly onChanged: () => void
}

function CasePicture({ picture, number, onChanged }: CasePictureProps) {
  const text = useText(casePicturesText)
  const { language } = useLanguage()
  const { requests, me } = useDesk()
  const showToast = useToast()
  const sending = useSending()
  const [missing, setMissing] = useState(false)
  const [releasing, setReleasing] = useState(false)
  const name = text.number(formatNumber(number, language))

  async function withdraw() {
    if ((await sending.send(() => requests.withdrawPicture(picture.hash))) === undefined) return
    showToast(text.withdrawn)
    onChanged()
  }

  return (
    <figure>
      {missing ? (
        <Refusal>{text.notLoaded}</Refusal>
      ) : (
        <img
          src={`/api/desk/parts/${picture.hash}`}
          alt={name}
          width={picture.width}
          height={picture.height}
          onError={() => setMissing(true)}
        />
      )}
      <figcaption>
        {name} · {text.taken(formatMoment(picture.receivedAt))}
      </figcaption>
      {sending.sentence !== undefined && <Refusal>{sending.sentence}</Refusal>}
      {picture.publicHash !== null && (
        <p>
          {text.isPublic} · <a href={`/hinh/${picture.publicHash}`}>{text.seePublic}</a>
        </p>
      )}
      {may(me.role, 'releasePictures') && !missing && (
        <div className="buttons">
          {picture.publicHash === null ? (
            <Button icon="upload" onClick={() => setReleasing(true)}>
              {text.release}
            </Button>
          ) : (
            <Button icon="close" disabled={sending.busy} onClick={() => void withdraw()}>
              {text.withdraw}
            </Button>
          )}
        </div>
      )}
      {releasing && (
        <ReleaseDialog
          hash={picture.hash}
          onClose={() => setReleasing(false)}
          onReleased={() => {
            setReleasing(false)
            showToast(text.released)
            onChanged()
          }}
        />
      )}
    </figure>
  )
}
