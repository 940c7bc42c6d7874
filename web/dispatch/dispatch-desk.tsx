import { useState } from 'react'
import { dispatchGate } from '#shared/case-file/dispatch-gate'
import type { Location } from '#shared/location/location'
import { sentenceForStop } from '#shared/movement/draft-text'
import { readCaseFile } from '../case-file/case-file-store.ts'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { useLive } from '../database/use-live.tsx'
import { sentenceForClose } from '../draft/close-sentence.ts'
import { countedLines, newestFirst } from '../draft/draft-lines.ts'
import { readRemoved } from '../draft/removed-line.ts'
import { ScanDialogs, type ScanDialog } from '../draft/scan-dialogs.tsx'
import { ScanFooter } from '../draft/scan-footer.tsx'
import { useClock } from '../draft/use-clock.tsx'
import { useScanDesk } from '../draft/use-scan-desk.tsx'
import { dropWaiting, readWaiting } from '../draft/waiting-codes.ts'
import { CameraView } from '../scan/camera-view.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { SplitView } from '../ui/split-view.tsx'
import { CaseFileStrip } from './case-file-strip.tsx'
import { DispatchLineCard } from './dispatch-line-card.tsx'
import { DispatchLines } from './dispatch-lines.tsx'
import { dispatchText } from './dispatch-text.ts'
import { FindCaseFile } from './find-case-file.tsx'
import { NeedsList } from './needs-list.tsx'
import { openQuestions, OverNeed } from './over-need.tsx'
import { SecondPerson } from './second-person.tsx'
import { useNeeds } from './use-needs.tsx'
import { useDispatch } from './use-dispatch.tsx'
import { WeighCard } from './weigh-card.tsx'
import './dispatch.css'

export interface DispatchDeskProps {
  readonly identity: DeviceIdentity
  readonly shelves: readonly Location[]
  readonly onClosed: (slipId: string) => void
  readonly onDiscarded: () => void
}

/** Goods leave for one verified case file: first to leave first, nothing expired, nothing without a tick. */
export function DispatchDesk({ identity, shelves, onClosed, onDiscarded }: DispatchDeskProps) {
  const { db } = useTablet()
  const { language } = useLanguage()
  const text = useText(dispatchText)
  const { now, today } = useClock()
  const [selected, setSelected] = useState<string>()
  const dispatch = useDispatch(identity, shelves[0]?.id, setSelected)
  const { draft, lines, saved, refusal, actions, state } = dispatch.hand
  const desk = useScanDesk(dispatch.takeCode)
  const [open, setOpen] = useState<ScanDialog>()
  const [picked, setPicked] = useState<string>()
  const [finding, setFinding] = useState(false)
  const [closeSentence, setCloseSentence] = useState<string>()

  const caseFileId = draft?.caseFileId
  const known = useLive(
    async () => (caseFileId === undefined ? null : { caseFileId, ...(await readCaseFile(db, caseFileId)) }),
    [db, caseFileId],
  )
  const caseFile = known && known.caseFileId === caseFileId ? known.caseFile : undefined
  const looking = caseFileId !== undefined && (!known || known.caseFileId !== caseFileId)
  const gate = dispatchGate(caseFile, now)

  const typedAll = draft?.typed ?? {}
  const typed = (name: string) => typedAll[name] ?? ''
  const type = (name: string, value: string) => void actions.type(name, value)
  const answer = (promise: ReturnType<typeof dispatch.takeCode>) => void promise.then(desk.answer)
  const counted = countedLines(lines)
  const waiting = readWaiting(typedAll)
  const removed = readRemoved(typedAll)?.line
  const current = lines.find((line) => line.id === selected) ?? newestFirst(lines)[0]
  const { items, lots, progress } = useNeeds(caseFile?.needs ?? [], lines, removed)
  const questions = openQuestions(progress, typedAll)
  const codeByShelf = new Map<string, string>(shelves.map(({ id, code }) => [id, code]))

  async function finish() {
    if (!draft || !known || !caseFile) return
    if (questions.length > 0) return setCloseSentence(text.overlooked)
    const snapshotAt = known.knownAt ?? caseFile.tickAt
    const closed = await dispatch.close(draft, lines, { caseFile, snapshotAt })
    if (closed.ok) onClosed(closed.value)
    else setCloseSentence(sentenceForClose(closed.error, language))
  }

  const choosing = state !== 'loading' && (caseFileId === undefined || finding)
  return (
    <div data-wedge="take" className="job-room">
      <JobShell
        colour="dispatch"
        title={text.title}
        arrow="up"
        subtitle={caseFile && !choosing ? text.forCaseFile(caseFile.code) : undefined}
        footer={
          choosing ? undefined : (
            <ScanFooter
              saved={saved}
              refusal={refusal}
              onCode={() => setOpen('code')}
              onFind={() => setOpen('find')}
              onNoCode={() => setOpen('no-code')}
              finish={text.finish(counted.length)}
              disabled={counted.length === 0 || gate.kind === 'stopped'}
              onFinish={() => void finish()}
            />
          )
        }
      >
        {choosing && (
          <>
            {desk.sentence && <Notice tone="red">{desk.sentence[language]}</Notice>}
            <FindCaseFile
              query={typed('caseFile')}
              onQuery={(query) => type('caseFile', query)}
              onPick={({ id }) => {
                setFinding(false)
                setCloseSentence(undefined)
                desk.clear()
                void dispatch.chooseCaseFile(id)
              }}
            />
          </>
        )}
        {!choosing && !looking && (
          <div className="dispatch-room">
            {caseFile && (
              <CaseFileStrip
                caseFile={caseFile}
                knownAt={known?.knownAt}
                now={now}
                onChange={() => setFinding(true)}
              />
            )}
            <SplitView
              now={
                <>
                  {gate.kind === 'stopped' && <Refusal>{sentenceForStop(gate.reason)[language]}</Refusal>}
                  {gate.kind === 'stopped' && (
                    <Button onClick={() => setFinding(true)}>{text.changeCaseFile}</Button>
                  )}
                  {gate.kind !== 'stopped' && <CameraView scanner={desk.scanner} flash={desk.flash} />}
                  {closeSentence && <Refusal>{closeSentence}</Refusal>}
                  {desk.sentence && <Notice tone="red">{desk.sentence[language]}</Notice>}
                  {gate.kind !== 'stopped' && current && (
                    <DispatchLineCard
                      key={`line-${current.id}`}
                      line={current}
                      lines={lines}
                      item={items.get(current.itemId)}
                      codeByShelf={codeByShelf}
                      typed={typed}
                      onType={type}
                      actions={actions}
                      onQuantity={(quantity) => {
                        const item = items.get(current.itemId)
                        if (item) void dispatch.setQuantity(current.id, item, quantity)
                      }}
                      onPlace={(place) => void dispatch.choosePlace(current, place)}
                      onRemoved={() => setSelected(undefined)}
                    />
                  )}
                  {waiting[0] && (
                    <WeighCard
                      key={`weigh-${waiting[0].lineId}`}
                      waiting={waiting[0]}
                      openAtOnce={waiting[0].code.itemId === picked}
                      typed={typed}
                      onType={type}
                      onAnswer={(item, quantity) =>
                        answer(dispatch.answerWaiting(waiting[0]!, item, quantity))
                      }
                      onDrop={() =>
                        void actions.change((draft) => ({
                          ...draft,
                          typed: dropWaiting(draft.typed, waiting[0]!.lineId),
                        }))
                      }
                    />
                  )}
                  <OverNeed
                    progress={progress}
                    itemById={items}
                    typed={typedAll}
                    onYes={(key) => {
                      setCloseSentence(undefined)
                      type(key, '1')
                    }}
                  />
                  {gate.kind === 'second-person' && (
                    <SecondPerson
                      override={draft?.override}
                      reason={typed('reason')}
                      onReason={(reason) => type('reason', reason)}
                      onAgreed={(override) => {
                        setCloseSentence(undefined)
                        void actions.change((draft) => ({ ...draft, override }))
                      }}
                    />
                  )}
                  {gate.kind !== 'stopped' && (
                    <NeedsList
                      progress={progress.needs}
                      itemById={items}
                      lots={lots}
                      codeByShelf={codeByShelf}
                      today={today}
                    />
                  )}
                </>
              }
              doneTitle={text.taken}
              done={
                <>
                  <DispatchLines
                    lines={lines}
                    items={items}
                    codeByShelf={codeByShelf}
                    current={current?.id}
                    onSelect={setSelected}
                    actions={actions}
                    typed={typedAll}
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
          </div>
        )}
      </JobShell>
      <ScanDialogs
        open={open}
        onClose={() => setOpen(undefined)}
        typed={typed}
        onType={type}
        onCode={(code) => answer(dispatch.takeCode({ text: code }))}
        onPick={(item) => {
          setPicked(item.id)
          answer(dispatch.pickItem(item))
        }}
        discard={{
          title: text.discardTitle,
          what: text.discardWhat(counted.length),
          yes: text.discardYes,
        }}
        onDiscard={() => draft && void dispatch.discard(draft.id).then((gone) => gone.ok && onDiscarded())}
      />
    </div>
  )
}
