import type { ReactNode } from 'react'
import type { DispatchGate } from '#shared/case-file/dispatch-gate'
import { sentenceForStop } from '#shared/movement/draft-text'
import type { LocalDate } from '#shared/time/time'
import type { DraftLine } from '../draft/draft.ts'
import type { ScanDesk } from '../draft/use-scan-desk.tsx'
import { readWaiting, type Typed, withoutCard } from '../draft/waiting-codes.ts'
import { CameraView } from '../scan/camera-view.tsx'
import { SecondPerson } from '../staff/second-person.tsx'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { DispatchLineCard } from './dispatch-line-card.tsx'
import { dispatchText } from './dispatch-text.ts'
import { NeedsList } from './needs-list.tsx'
import { OverNeed } from './over-need.tsx'
import type { Dispatch } from './use-dispatch.tsx'
import type { Needs } from './use-needs.tsx'
import { WeighCard } from './weigh-card.tsx'

export interface DispatchNowProps {
  readonly dispatch: Dispatch
  readonly desk: ScanDesk
  readonly gate: DispatchGate
  /** What is known of earlier help, in words. */
  readonly help: ReactNode
  readonly needs: Needs
  readonly current: DraftLine | undefined
  readonly codeByShelf: ReadonlyMap<string, string>
  readonly today: LocalDate
  readonly typed: Typed
  readonly onType: (name: string, value: string) => void
  /** The item a person has just chosen by name. */
  readonly picked: string | undefined
  /** Why the slip could not be closed. */
  readonly closeSentence: string | undefined
  /** A question was answered that may have held the end. */
  readonly onAnswered: () => void
  readonly onChangeCaseFile: () => void
  readonly onRemoved: () => void
}

/** What the last scan became, what a person must still answer, and what the case file asks for. */
export function DispatchNow(props: DispatchNowProps) {
  const { dispatch, desk, gate, needs, current, codeByShelf, today, onType, picked, closeSentence } = props
  const { language } = useLanguage()
  const text = useText(dispatchText)
  const { draft, lines, actions } = dispatch.hand
  const { items, lots, progress } = needs
  const typed = (name: string) => props.typed[name] ?? ''
  const waiting = readWaiting(props.typed)[0]
  const mayLeave = gate.kind !== 'stopped'
  const stopped = gate.kind === 'stopped' ? sentenceForStop(gate.reason) : undefined
  // A scan that the same tick stopped says nothing new.
  const answered = desk.sentence?.vi === stopped?.vi ? undefined : desk.sentence
  return (
    <>
      {stopped && (
        <>
          <Refusal>{stopped[language]}</Refusal>
          <Button onClick={props.onChangeCaseFile}>{text.changeCaseFile}</Button>
        </>
      )}
      {mayLeave && props.help}
      {mayLeave && <CameraView scanner={desk.scanner} flash={desk.flash} />}
      {closeSentence && <Refusal>{closeSentence}</Refusal>}
      {answered && <Notice tone="red">{answered[language]}</Notice>}
      {mayLeave && current && (
        <DispatchLineCard
          key={`line-${current.id}`}
          line={current}
          lines={lines}
          item={items.get(current.itemId)}
          codeByShelf={codeByShelf}
          typed={typed}
          onType={onType}
          actions={actions}
          onQuantity={(quantity) => {
            const item = items.get(current.itemId)
            if (item) void dispatch.setQuantity(current.id, item, quantity)
          }}
          onStep={(by) => {
            const item = items.get(current.itemId)
            if (item) void dispatch.stepBy(current.id, item, by)
          }}
          onPlace={(place) => void dispatch.choosePlace(current, place)}
          onRemoved={props.onRemoved}
        />
      )}
      {waiting && (
        <WeighCard
          key={`weigh-${waiting.lineId}`}
          waiting={waiting}
          openAtOnce={waiting.code.itemId === picked}
          typed={typed}
          onType={onType}
          onAnswer={(item, quantity) => {
            props.onAnswered()
            void dispatch.answerWaiting(waiting, item, quantity).then(desk.answer)
          }}
          onDrop={() => {
            props.onAnswered()
            void actions.change((draft) => withoutCard(draft, waiting.lineId))
          }}
        />
      )}
      <OverNeed
        progress={progress}
        itemById={items}
        typed={props.typed}
        onYes={(key) => {
          props.onAnswered()
          onType(key, '1')
        }}
      />
      {gate.kind === 'second-person' && (
        <SecondPerson
          words={{
            title: text.secondTitle[gate.why],
            what: text.secondWhat[gate.why],
            reason: text.reason,
          }}
          override={draft?.override}
          reason={typed('reason')}
          onReason={(reason) => onType('reason', reason)}
          onAgreed={(override) => {
            props.onAnswered()
            void actions.change((draft) => ({ ...draft, override }))
          }}
        />
      )}
      {mayLeave && (
        <NeedsList
          progress={progress.needs}
          itemById={items}
          lots={lots}
          codeByShelf={codeByShelf}
          today={today}
        />
      )}
    </>
  )
}
