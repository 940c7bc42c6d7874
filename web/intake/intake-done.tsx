import type { Item } from '#shared/item/item'
import { DraftDone } from '../draft/draft-done.tsx'
import { IntakeLines } from './intake-lines.tsx'
import type { Intake } from './use-intake.tsx'

export interface IntakeDoneProps {
  readonly intake: Intake
  readonly items: ReadonlyMap<string, Item>
  readonly current: string | undefined
  readonly onDiscard: () => void
}

/** What was scanned so far, and the way to throw all of it away. */
export function IntakeDone({ intake, items, current, onDiscard }: IntakeDoneProps) {
  const { draft, lines, actions } = intake.hand
  return (
    <DraftDone open={draft !== undefined} onDiscard={onDiscard}>
      <IntakeLines
        lines={lines}
        items={items}
        current={current}
        onSelect={intake.selectLine}
        actions={actions}
        typed={draft?.typed ?? {}}
      />
    </DraftDone>
  )
}
