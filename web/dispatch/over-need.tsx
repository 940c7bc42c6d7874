import { formatNeed } from '#shared/case-file/need'
import type { NeedsProgress } from '#shared/case-file/needs-progress'
import type { Item } from '#shared/item/item'
import type { Typed } from '../draft/waiting-codes.ts'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { dispatchText } from './dispatch-text.ts'
import { nameOfNeed } from './needs-list.tsx'
import { openQuestions } from './open-questions.ts'

export interface OverNeedProps {
  readonly progress: NeedsProgress
  readonly itemById: ReadonlyMap<string, Item>
  readonly typed: Typed
  readonly onYes: (key: string) => void
}

/** More than was asked for, or something else: asked once each, then remembered in the draft. */
export function OverNeed({ progress, itemById, typed, onYes }: OverNeedProps) {
  const { language } = useLanguage()
  const text = useText(dispatchText)
  return openQuestions(progress, typed).map(({ key, index, itemId }) => {
    const one = index === undefined ? undefined : progress.needs[index]
    const sentence = one
      ? text.overNeed(
          nameOfNeed(one.need, itemById, language),
          formatNeed(one.need, language),
          formatNeed({ ...one.need, quantity: one.taken }, language),
        )
      : text.unasked(itemById.get(itemId ?? '')?.name ?? '')
    return (
      <Notice key={key} tone="yellow">
        <p>{sentence}</p>
        <Button onClick={() => onYes(key)}>{text.overYes}</Button>
      </Notice>
    )
  })
}
