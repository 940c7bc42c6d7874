import type { Item } from '#shared/item/item'
import { formatQuantity } from '#shared/item/quantity'
import type { DraftLine } from '../draft/draft.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { intakeText } from './intake-text.ts'

export interface IntakeReviewProps {
  readonly open: boolean
  readonly waitingCount: number
  readonly undated: readonly DraftLine[]
  readonly items: ReadonlyMap<string, Item>
  readonly finish: string
  readonly onDate: (lineId: string) => void
  readonly onNoDate: (lineId: string) => void
  readonly onFinish: () => void
  readonly onClose: () => void
}

/** What is still missing before an intake can be closed, each with its way out. */
export function IntakeReview(props: IntakeReviewProps) {
  const { open, waitingCount, undated, items, finish, onDate, onNoDate, onFinish, onClose } = props
  const { language } = useLanguage()
  const text = useText(intakeText)
  const complete = waitingCount === 0 && undated.length === 0
  return (
    <Dialog
      open={open}
      title={complete ? text.title : text.review}
      onClose={onClose}
      actions={
        <Button kind="primary" disabled={!complete} onClick={onFinish}>
          {finish}
        </Button>
      }
    >
      {waitingCount > 0 && <Notice tone="yellow">{text.reviewWaiting(waitingCount)}</Notice>}
      {undated.length > 0 && <p>{text.reviewDates}</p>}
      <ul className="rows dialog-list">
        {undated.map((line) => {
          const item = items.get(line.itemId)
          return (
            <li key={line.id}>
              <div className="row">
                <span className="title">{item?.name}</span>
                <span className="figure">{item && formatQuantity(line.quantity, item, language)}</span>
                <div className="more buttons">
                  <Button kind="primary" onClick={() => onDate(line.id)}>
                    {text.enterDate}
                  </Button>
                  <Button onClick={() => onNoDate(line.id)}>{text.noDateOnPack}</Button>
                </div>
              </div>
            </li>
          )
        })}
      </ul>
    </Dialog>
  )
}
