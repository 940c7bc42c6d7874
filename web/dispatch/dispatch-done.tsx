import type { Item } from '#shared/item/item'
import { DraftDone } from '../draft/draft-done.tsx'
import { DispatchLines } from './dispatch-lines.tsx'
import type { Dispatch } from './use-dispatch.tsx'

export interface DispatchDoneProps {
  readonly dispatch: Dispatch
  readonly items: ReadonlyMap<string, Item>
  readonly codeByShelf: ReadonlyMap<string, string>
  readonly current: string | undefined
  readonly onSelect: (lineId: string) => void
  readonly onDiscard: () => void
}

/** What was taken so far, and the way to throw all of it away. */
export function DispatchDone(props: DispatchDoneProps) {
  const { dispatch, items, codeByShelf, current, onSelect, onDiscard } = props
  const { draft, lines, actions } = dispatch.hand
  return (
    <DraftDone open={draft !== undefined} onDiscard={onDiscard}>
      <DispatchLines
        lines={lines}
        items={items}
        codeByShelf={codeByShelf}
        current={current}
        onSelect={onSelect}
        actions={actions}
        typed={draft?.typed ?? {}}
      />
    </DraftDone>
  )
}
