import { useState } from 'react'
import type { Location } from '#shared/location/location'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { sentenceForClose } from '../draft/close-sentence.ts'
import { countedLines, newestFirst } from '../draft/draft-lines.ts'
import { readRemoved } from '../draft/removed-line.ts'
import { ScanDialogs, type ScanDialog } from '../draft/scan-dialogs.tsx'
import { ScanFooter } from '../draft/scan-footer.tsx'
import { useClock } from '../draft/use-clock.tsx'
import { useScanDesk } from '../draft/use-scan-desk.tsx'
import { readWaiting } from '../draft/waiting-codes.ts'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { RepeatNotice } from '../repeat/repeat-notice.tsx'
import { SplitView } from '../ui/split-view.tsx'
import { CaseFileStrip } from './case-file-strip.tsx'
import { DispatchDone } from './dispatch-done.tsx'
import { DispatchNow } from './dispatch-now.tsx'
import { dispatchText } from './dispatch-text.ts'
import { FindCaseFile } from './find-case-file.tsx'
import { useChosenCaseFile } from './use-chosen-case-file.tsx'
import { useDispatch } from './use-dispatch.tsx'
import { useNeeds } from './use-needs.tsx'
import './dispatch.css'

export interface DispatchDeskProps {
  readonly identity: DeviceIdentity
  readonly shelves: readonly Location[]
  readonly onClosed: (slipId: string) => void
  readonly onDiscarded: () => void
}

/** Goods leave for one verified case file: first to leave first, nothing expired, nothing without a tick. */
export function DispatchDesk({ identity, shelves, onClosed, onDiscarded }: DispatchDeskProps) {
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

  const { caseFile, knownAt, looking, help, gate } = useChosenCaseFile(draft?.caseFileId, now)
  const typedAll = draft?.typed ?? {}
  const typed = (name: string) => typedAll[name] ?? ''
  const type = (name: string, value: string) => void actions.type(name, value)
  const answer = async (promise: ReturnType<typeof dispatch.takeCode>) => {
    const answered = await promise
    desk.answer(answered)
    return answered
  }
  const counted = countedLines(lines)
  const removed = readRemoved(typedAll)?.line
  const current = lines.find((line) => line.id === selected) ?? newestFirst(lines)[0]
  const needs = useNeeds(caseFile?.needs ?? [], lines, removed)
  const codeByShelf = new Map<string, string>(shelves.map(({ id, code }) => [id, code]))

  async function finish() {
    if (!draft || !caseFile) return
    if (readWaiting(typedAll).length > 0) {
      return setCloseSentence(sentenceForClose({ kind: 'codes-waiting' }, language))
    }
    const snapshotAt = knownAt ?? caseFile.tickAt
    const closed = await dispatch.close(draft, lines, { caseFile, snapshotAt })
    if (closed.ok) return onClosed(closed.value)
    if (closed.error.kind === 'questions-open') setCloseSentence(text.overlooked)
    else setCloseSentence(sentenceForClose(closed.error, language))
  }

  const choosing = state !== 'loading' && (draft?.caseFileId === undefined || finding)
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
                knownAt={knownAt}
                now={now}
                onChange={() => setFinding(true)}
              />
            )}
            <SplitView
              now={
                <DispatchNow
                  dispatch={dispatch}
                  desk={desk}
                  gate={gate}
                  help={
                    help && caseFile && <RepeatNotice help={help} caseFileId={caseFile.id} today={today} />
                  }
                  needs={needs}
                  current={current}
                  codeByShelf={codeByShelf}
                  today={today}
                  typed={typedAll}
                  onType={type}
                  picked={picked}
                  closeSentence={closeSentence}
                  onAnswered={() => setCloseSentence(undefined)}
                  onChangeCaseFile={() => setFinding(true)}
                  onRemoved={() => setSelected(undefined)}
                />
              }
              doneTitle={text.taken}
              done={
                <DispatchDone
                  dispatch={dispatch}
                  items={needs.items}
                  codeByShelf={codeByShelf}
                  current={current?.id}
                  onSelect={setSelected}
                  onDiscard={() => setOpen('discard')}
                />
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
        onFind={() => setOpen('find')}
        onCode={(code) => answer(dispatch.takeCode({ text: code }, { typed: true }))}
        onPick={(item) => {
          setPicked(item.id)
          void answer(dispatch.pickItem(item))
        }}
        discard={{
          title: text.discardTitle,
          what: text.discardWhat(counted.length),
        }}
        onDiscard={() => draft && void dispatch.discard(draft.id).then((gone) => gone.ok && onDiscarded())}
      />
    </div>
  )
}
