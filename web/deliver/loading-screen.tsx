import { useMemo, useState } from 'react'
import { useParams } from 'wouter'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import { formatNumber } from '#shared/i18n/numbers'
import { dayInVietnam } from '#shared/time/time'
import { useLive } from '../database/use-live.tsx'
import { CameraView } from '../scan/camera-view.tsx'
import { createFeedback, type FeedbackKind } from '../scan/feedback.ts'
import type { Scan } from '../scan/scan.ts'
import { sentenceForScanRefusal } from '../scan/scan-text.ts'
import { useScanner } from '../scan/use-scanner.tsx'
import { useTablet } from '../tablet-context.tsx'
import { findTripOf, noteLoaded, readTrip, type StopInHand, type TripInHand } from '../trip/trip-store.ts'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { List, ListRow } from '../ui/list.tsx'
import { Opening } from '../ui/opening.tsx'
import { Notice } from '../ui/refusal.tsx'
import { SplitView } from '../ui/split-view.tsx'
import { deliverText } from './deliver-text.ts'
import { goodsWords } from './goods-words.ts'
import { TripMissing } from './trip-screen.tsx'
import './deliver.css'

interface Answer {
  readonly tone: 'green' | 'yellow' | 'red'
  readonly sentence: string
}

/** Each label is scanned as its parcel goes on board; what is left to load stays in sight. */
export function LoadingScreen() {
  const { id } = useParams<{ id: string }>()
  const text = useText(deliverText)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const found = useLive(async () => (await readTrip(db, id)) ?? null, [db, id])
  const [flash, setFlash] = useState<FeedbackKind>()
  const [answer, setAnswer] = useState<Answer>()
  const [typed, setTyped] = useState('')
  const feedback = useMemo(() => createFeedback(setFlash), [])
  const scanner = useScanner({
    onScan: (scan) => void take(scan),
    onRefusal: (refusal) => say('unknown', 'red', sentenceForScanRefusal(refusal)[language]),
    now,
  })

  function say(kind: FeedbackKind, tone: Answer['tone'], sentence: string) {
    feedback.give(kind)
    setAnswer({ tone, sentence })
  }
  async function take(scan: Scan) {
    const parsed = parseBarcode(scan, dayInVietnam(now()))
    if (!parsed.ok || parsed.value.kind !== 'label' || parsed.value.family !== 'consignment') {
      return say('unknown', 'red', text.notALabel)
    }
    const label = parsed.value.text
    const stop = found?.stops.find(({ stop }) => stop.consignmentId === label)
    if (!stop) {
      const other = await findTripOf(db, label)
      return say('stopped', 'red', other ? text.otherTrip(other.code) : text.notOnTrip)
    }
    const isNew = await noteLoaded(db, id, stop.stop.consignmentId)
    const code = stop.caseFile?.code ?? label
    if (isNew) say('taken', 'green', text.taken(code))
    else say('again', 'yellow', text.again(code))
  }

  if (found === undefined) return <Opening />
  if (found === null) return <TripMissing />
  const onBoard = found.stops.filter(({ goods }) => goods.length > 0)
  const left = onBoard.filter(({ loaded }) => !loaded)
  const loaded = onBoard.filter((stop) => stop.loaded)
  return (
    <JobShell colour="deliver" title={text.loadingTitle} subtitle={found.trip.code} back={`/trips/${id}`}>
      <SplitView
        doneTitle={text.loadedTitle}
        doneCount={`${formatNumber(loaded.length, language)}/${formatNumber(onBoard.length, language)}`}
        done={<StopList label={text.loadedTitle} found={found} stops={loaded} />}
        now={
          <>
            <CameraView scanner={scanner} flash={flash} />
            <div aria-live="polite">{answer && <Notice tone={answer.tone}>{answer.sentence}</Notice>}</div>
            <form
              className="with-button"
              onSubmit={(event) => {
                event.preventDefault()
                feedback.unlock()
                scanner.scanTyped(typed)
                setTyped('')
              }}
            >
              <Field
                label={text.typeCode}
                value={typed}
                onChange={setTyped}
                inputMode="numeric"
                autoComplete="off"
                maxLength={60}
              />
              <Button type="submit" icon="check">
                {text.take}
              </Button>
            </form>
            {left.length === 0 ? (
              <Notice tone="green">{text.allLoaded}</Notice>
            ) : (
              <>
                <h2>{text.toLoad}</h2>
                <StopList label={text.toLoad} found={found} stops={left} />
              </>
            )}
          </>
        }
      />
    </JobShell>
  )
}

function StopList({
  label,
  found: { itemById },
  stops,
}: {
  readonly label: string
  readonly found: TripInHand
  readonly stops: readonly StopInHand[]
}) {
  const { language } = useLanguage()
  return (
    <List label={label}>
      {stops.map(({ stop, caseFile, goods }) => (
        <ListRow
          key={stop.consignmentId}
          title={
            <>
              <b className="stop-order">{formatNumber(stop.order, language)}</b>{' '}
              {caseFile?.code ?? stop.caseFileId}
            </>
          }
          detail={`${stop.consignmentId} · ${goodsWords(goods, itemById, language)}`}
        />
      ))}
    </List>
  )
}
