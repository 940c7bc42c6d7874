import type { Item } from '#shared/item/item'
import { ScanDialogs, type ScanDialog } from '../draft/scan-dialogs.tsx'
import type { DraftLine } from '../draft/draft.ts'
import type { ScanDesk } from '../draft/use-scan-desk.tsx'
import { useText } from '../ui/language.tsx'
import { IntakeReview } from './intake-review.tsx'
import { intakeText } from './intake-text.ts'
import type { Intake } from './use-intake.tsx'

export type IntakeDialog = ScanDialog | 'review'

export interface IntakeDialogsProps {
  readonly open: IntakeDialog | undefined
  readonly onClose: () => void
  readonly intake: Intake
  readonly desk: ScanDesk
  readonly items: ReadonlyMap<string, Item>
  readonly lineCount: number
  readonly waitingCount: number
  readonly undated: readonly DraftLine[]
  readonly typed: (name: string) => string
  readonly onType: (name: string, value: string) => void
  readonly onFind: () => void
  readonly onPicked: (itemId: string) => void
  readonly onDate: (lineId: string) => void
  readonly onFinish: () => void
  readonly onDiscarded: () => void
}

/** The ways in without a scan, what is missing before the end, and the question before all is thrown away. */
export function IntakeDialogs(props: IntakeDialogsProps) {
  const { open, onClose, intake, desk, items, lineCount, typed, onType } = props
  const text = useText(intakeText)
  const { draft } = intake.hand

  async function discard() {
    if (!draft) return
    const gone = await intake.discard(draft.id)
    if (gone.ok) props.onDiscarded()
  }

  return (
    <>
      <ScanDialogs
        open={open === 'review' ? undefined : open}
        onClose={onClose}
        typed={typed}
        onType={onType}
        onFind={props.onFind}
        onCode={async (code) => {
          const answer = await intake.takeCode({ text: code }, { typed: true })
          desk.answer(answer)
          return answer
        }}
        onPick={(item) => {
          props.onPicked(item.id)
          void intake.pickItem(item).then(desk.answer)
        }}
        onAdd={(name) => props.onPicked(intake.addNameless(name))}
        discard={{
          title: text.discardTitle,
          what: text.discardWhat(lineCount),
        }}
        onDiscard={() => void discard()}
      />
      <IntakeReview
        open={open === 'review'}
        waitingCount={props.waitingCount}
        undated={props.undated}
        items={items}
        finish={text.finish(lineCount)}
        onDate={(lineId) => {
          onClose()
          props.onDate(lineId)
        }}
        onNoDate={(lineId) => onType(`${lineId}.no-date`, '1')}
        onFinish={() => {
          onClose()
          props.onFinish()
        }}
        onClose={onClose}
      />
    </>
  )
}
