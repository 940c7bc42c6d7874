import { useState } from 'react'
import type { Location, LocationId } from '#shared/location/location'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { sentenceForClose, type CloseRefusal } from '../draft/close-sentence.ts'
import { countedLines, lastTouched } from '../draft/draft-lines.ts'
import { readRemoved } from '../draft/removed-line.ts'
import { ScanFooter } from '../draft/scan-footer.tsx'
import { useScanDesk } from '../draft/use-scan-desk.tsx'
import { readWaiting } from '../draft/waiting-codes.ts'
import { useItems } from '../item/use-items.tsx'
import { CameraView } from '../scan/camera-view.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { SplitView } from '../ui/split-view.tsx'
import { IntakeDialogs, type IntakeDialog } from './intake-dialogs.tsx'
import { IntakeDone } from './intake-done.tsx'
import { IntakeNow } from './intake-now.tsx'
import { IntakeSetup } from './intake-setup.tsx'
import { intakeText } from './intake-text.ts'
import { linesWithoutDate } from './lines-without-date.ts'
import { OriginButton } from './origin-button.tsx'
import { useIntake } from './use-intake.tsx'

export interface IntakeDeskProps {
  readonly identity: DeviceIdentity
  readonly shelves: readonly Location[]
  readonly usualShelfId: LocationId | undefined
  readonly onClosed: (slipId: string) => void
  readonly onDiscarded: () => void
}

/** Goods come in: scanned one by one, each on disk before the beep. */
export function IntakeDesk({ identity, shelves, usualShelfId, onClosed, onDiscarded }: IntakeDeskProps) {
  const { language } = useLanguage()
  const text = useText(intakeText)
  const [selected, setSelected] = useState<string>()
  const intake = useIntake(identity, usualShelfId, setSelected)
  const { draft, lines, saved, refusal, actions, state } = intake.hand
  const [open, setOpen] = useState<IntakeDialog>()
  const [settingUp, setSettingUp] = useState<boolean>()
  const [picked, setPicked] = useState<string>()
  const [dating, setDating] = useState<string>()
  const [closeRefusal, setCloseRefusal] = useState<CloseRefusal>()
  const desk = useScanDesk(intake.takeCode)

  const typedAll = draft?.typed ?? {}
  const typed = (name: string) => typedAll[name] ?? ''
  const type = (name: string, value: string) => void actions.type(name, value)
  const donorId = draft?.donorId
  const shelfId = draft?.shelfId ?? usualShelfId
  const removed = readRemoved(typedAll)?.line
  const items = useItems([...lines, ...(removed ? [removed] : [])].map((line) => line.itemId))
  const counted = countedLines(lines)
  const waiting = readWaiting(typedAll)
  const current = counted.find((line) => line.id === selected) ?? lastTouched(counted)
  const undated = linesWithoutDate(counted, items, typedAll)
  const showSetup = settingUp ?? (state !== 'loading' && (donorId === undefined || shelfId === undefined))

  async function finish() {
    if (!draft) return
    const closed = await intake.close(draft, lines)
    if (closed.ok) return onClosed(closed.value)
    if (closed.error.kind === 'dates-missing') return setOpen('review')
    setCloseRefusal(closed.error)
    if (closed.error.kind === 'donor-missing') setSettingUp(true)
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
                <IntakeSetup
                  intake={intake}
                  shelfId={shelfId}
                  shelves={shelves}
                  typed={typed}
                  onType={type}
                  onRefused={setCloseRefusal}
                  onReady={() => setSettingUp(false)}
                />
              )}
              {closeRefusal && <Refusal>{sentenceForClose(closeRefusal, language)}</Refusal>}
              {!showSetup && <CameraView scanner={desk.scanner} flash={desk.flash} />}
              <IntakeNow
                intake={intake}
                desk={desk}
                current={current}
                items={items}
                waiting={waiting}
                picked={picked}
                typed={typed}
                dating={dating}
                onType={type}
                onDating={setDating}
                onRemoved={() => setSelected(undefined)}
              />
            </>
          }
          doneTitle={text.scanned}
          doneCount={text.lines(counted.length)}
          done={
            <IntakeDone
              intake={intake}
              items={items}
              current={current?.id}
              onDiscard={() => setOpen('discard')}
            />
          }
        />
      </JobShell>
      <IntakeDialogs
        open={open}
        onClose={() => setOpen(undefined)}
        intake={intake}
        desk={desk}
        items={items}
        lineCount={counted.length}
        waitingCount={waiting.length}
        undated={undated}
        typed={typed}
        onType={type}
        onFind={() => setOpen('find')}
        onPicked={setPicked}
        onDate={(lineId) => {
          intake.selectLine(lineId)
          setDating(lineId)
        }}
        onFinish={() => void finish()}
        onDiscarded={onDiscarded}
      />
    </div>
  )
}
