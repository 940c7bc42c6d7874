import { useState } from 'react'
import type { Location, LocationId } from '#shared/location/location'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { nameDonor } from '../donor/donor-store.ts'
import { sentenceForClose, type CloseRefusal } from '../draft/close-sentence.ts'
import { countedLines, newestFirst } from '../draft/draft-lines.ts'
import { readRemoved } from '../draft/removed-line.ts'
import { ScanDialogs, type ScanDialog } from '../draft/scan-dialogs.tsx'
import { ScanFooter } from '../draft/scan-footer.tsx'
import { useScanDesk } from '../draft/use-scan-desk.tsx'
import { dropWaiting, readWaiting } from '../draft/waiting-codes.ts'
import { useItems } from '../item/use-items.tsx'
import { CameraView } from '../scan/camera-view.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { SplitView } from '../ui/split-view.tsx'
import { IntakeLines } from './intake-lines.tsx'
import { IntakeLineCard } from './intake-line-card.tsx'
import { IntakeReview } from './intake-review.tsx'
import { intakeText } from './intake-text.ts'
import { linesWithoutDate } from './lines-without-date.ts'
import { OriginButton } from './origin-button.tsx'
import { SetupCard } from './setup-card.tsx'
import { useIntake } from './use-intake.tsx'
import { WaitingCard } from './waiting-card.tsx'

export interface IntakeDeskProps {
  readonly identity: DeviceIdentity
  readonly shelves: readonly Location[]
  readonly usualShelfId: LocationId | undefined
  readonly onClosed: (slipId: string) => void
  readonly onDiscarded: () => void
}

type Open = ScanDialog | 'review'

/** Goods come in: scanned one by one, each on disk before the beep. */
export function IntakeDesk({ identity, shelves, usualShelfId, onClosed, onDiscarded }: IntakeDeskProps) {
  const { db } = useTablet()
  const { language } = useLanguage()
  const text = useText(intakeText)
  const [selected, setSelected] = useState<string>()
  const intake = useIntake(identity, usualShelfId, setSelected)
  const { draft, lines, saved, refusal, actions, state } = intake.hand
  const [open, setOpen] = useState<Open>()
  const [settingUp, setSettingUp] = useState<boolean>()
  const [picked, setPicked] = useState<string>()
  const [dating, setDating] = useState<string>()
  const [closeRefusal, setCloseRefusal] = useState<CloseRefusal>()
  const desk = useScanDesk(intake.takeCode)

  const typed = (name: string) => draft?.typed[name] ?? ''
  const type = (name: string, value: string) => void actions.type(name, value)
  const donorId = draft?.donorId
  const shelfId = draft?.shelfId ?? usualShelfId
  const removed = readRemoved(draft?.typed ?? {})?.line
  const items = useItems([...lines, ...(removed ? [removed] : [])].map((line) => line.itemId))
  const counted = countedLines(lines)
  const waiting = readWaiting(draft?.typed ?? {})
  const current = counted.find((line) => line.id === selected) ?? newestFirst(counted)[0]
  const undated = linesWithoutDate(counted, items, draft?.typed ?? {})
  const showSetup = settingUp ?? (state !== 'loading' && (donorId === undefined || shelfId === undefined))
  const answer = (promise: ReturnType<typeof intake.takeCode>) => void promise.then(desk.answer)

  async function finish() {
    if (!draft) return
    const closed = await intake.close(draft, lines)
    if (closed.ok) return onClosed(closed.value)
    setCloseRefusal(closed.error)
    if (closed.error.kind === 'donor-missing') setSettingUp(true)
  }

  async function addDonor(name: string) {
    const named = await nameDonor(db, name)
    if (named.ok) await setDonor(named.value.id)
    else setCloseRefusal(named.error)
  }

  async function setDonor(id: LocationId) {
    setCloseRefusal(undefined)
    await actions.change((draft) => ({ ...draft, donorId: id, ...(shelfId && { shelfId }) }))
    if (shelfId !== undefined) setSettingUp(false)
  }

  return (
    <div data-wedge="take" className="job-room">
      <JobShell
        colour="intake"
        title={text.title}
        arrow="down"
        subtitle={
          <OriginButton
            donorId={donorId}
            shelfId={shelfId}
            shelves={shelves}
            onPress={() => setSettingUp(!showSetup)}
          />
        }
        footer={
          <ScanFooter
            saved={saved}
            refusal={refusal}
            onCode={() => setOpen('code')}
            onFind={() => setOpen('find')}
            onNoCode={() => setOpen('no-code')}
            finish={text.finish(counted.length)}
            disabled={counted.length === 0 && waiting.length === 0}
            onFinish={() => (undated.length + waiting.length > 0 ? setOpen('review') : void finish())}
          />
        }
      >
        <SplitView
          now={
            <>
              {showSetup && (
                <SetupCard
                  donorId={donorId}
                  shelfId={shelfId}
                  shelves={shelves}
                  query={typed('donor')}
                  onQuery={(query) => type('donor', query)}
                  onDonor={(id) => void setDonor(id)}
                  onNameDonor={(name) => void addDonor(name)}
                  onShelf={(id) => void intake.chooseShelf(id)}
                  onReady={() => setSettingUp(false)}
                />
              )}
              {closeRefusal && <Refusal>{sentenceForClose(closeRefusal, language)}</Refusal>}
              {!showSetup && <CameraView scanner={desk.scanner} flash={desk.flash} />}
              {desk.sentence && <Notice tone="red">{desk.sentence[language]}</Notice>}
              {current && (
                <IntakeLineCard
                  key={`line-${current.id}`}
                  line={current}
                  dating={dating === current.id}
                  onDating={(dating) => setDating(dating ? current.id : undefined)}
                  item={items.get(current.itemId)}
                  typed={typed}
                  onType={type}
                  actions={actions}
                  onRemoved={() => setSelected(undefined)}
                />
              )}
              {waiting[0] && (
                <WaitingCard
                  key={`waiting-${waiting[0].lineId}`}
                  waiting={waiting[0]}
                  others={waiting.length - 1}
                  openAtOnce={waiting[0].code.itemId === picked}
                  typed={typed}
                  onType={type}
                  onLearn={async (request, lot) => {
                    const learned = await intake.learn(request)
                    if (!learned.ok) return learned
                    await intake.settleLearned(waiting[0]!, learned.value, lot, desk.answer)
                    return learned
                  }}
                  onAnswer={(item, quantity, lot) =>
                    answer(intake.answerWaiting(waiting[0]!, item, quantity, lot))
                  }
                  onDrop={() =>
                    void actions.change((draft) => ({
                      ...draft,
                      typed: dropWaiting(draft.typed, waiting[0]!.lineId),
                    }))
                  }
                />
              )}
            </>
          }
          doneTitle={text.scanned}
          doneCount={text.lines(counted.length)}
          done={
            <>
              <IntakeLines
                lines={lines}
                items={items}
                current={current?.id}
                onSelect={setSelected}
                actions={actions}
                typed={draft?.typed ?? {}}
              />
              {draft && (
                <div className="discard">
                  <Button kind="quiet" icon="remove" onClick={() => setOpen('discard')}>
                    {text.discard}
                  </Button>
                </div>
              )}
            </>
          }
        />
      </JobShell>
      <ScanDialogs
        open={open === 'review' ? undefined : open}
        onClose={() => setOpen(undefined)}
        typed={typed}
        onType={type}
        onCode={(code) => answer(intake.takeCode({ text: code }))}
        onPick={(item) => {
          setPicked(item.id)
          answer(intake.pickItem(item))
        }}
        onAdd={(name) => void intake.addNameless(name)}
        discard={{
          title: text.discardTitle,
          what: text.discardWhat(counted.length),
          yes: text.discardYes,
        }}
        onDiscard={() => draft && void intake.discard(draft.id).then((gone) => gone.ok && onDiscarded())}
      />
      <IntakeReview
        open={open === 'review'}
        waitingCount={waiting.length}
        undated={undated}
        items={items}
        finish={text.finish(counted.length)}
        onDate={(lineId) => {
          setOpen(undefined)
          setSelected(lineId)
          setDating(lineId)
        }}
        onNoDate={(lineId) => type(`${lineId}.no-date`, '1')}
        onFinish={() => {
          setOpen(undefined)
          void finish()
        }}
        onClose={() => setOpen(undefined)}
      />
    </div>
  )
}
