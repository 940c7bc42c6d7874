import type { Item } from '#shared/item/item'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { IntakeLines } from './intake-lines.tsx'
import { intakeText } from './intake-text.ts'
import type { Intake } from './use-intake.tsx'

export interface IntakeDoneProps {
  readonly intake: Intake
  readonly items: ReadonlyMap<string, Item>
  readonly current: string | undefined
  readonly onDiscard: () => void
}

/** What was scanned so far, and the way to throw all of it away. */
export function IntakeDone({ intake, items, current, onDiscard }: IntakeDoneProps) {
  const text = useText(intakeText)
  const { draft, lines, actions } = intake.hand
  return (
    <>
      <IntakeLines
        lines={lines}
        items={items}
        current={current}
        onSelect={intake.selectLine}
        actions={actions}
        typed={draft?.typed ?? {}}
      />
      {draft && (
        <div className="discard">
          <Button kind="quiet" icon="remove" onClick={onDiscard}>
            {text.discard}
          </Button>
        </div>
      )}
    </>
  )
}
