import type { Item } from '#shared/item/item'
import { unitSize } from '#shared/item/quantity'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { draftText } from './draft-text.ts'
import type { DraftLine } from './draft.ts'

export interface LineStepsProps {
  readonly line: DraftLine
  readonly item: Item
  /** Base units more, or fewer when below zero. */
  readonly onStep: (by: number) => void
  readonly onCount: () => void
}

/** One less, one more, or how many in all: where one code was scanned twice, somebody is counting one by one. */
export function LineSteps({ line, item, onStep, onCount }: LineStepsProps) {
  const text = useText(draftText)
  const step = unitSize(item)
  return (
    <>
      <Button aria-label={text.less} disabled={line.quantity <= step} onClick={() => onStep(-step)}>
        −
      </Button>
      <Button aria-label={text.more} onClick={() => onStep(step)}>
        +
      </Button>
      <Button kind={line.scans > 1 ? 'primary' : 'plain'} onClick={onCount}>
        {text.quantity}
      </Button>
    </>
  )
}
