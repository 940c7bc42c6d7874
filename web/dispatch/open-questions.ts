import type { NeedsProgress } from '#shared/case-file/needs-progress'
import { withoutPrefix, type Typed } from '../draft/waiting-codes.ts'

export interface OpenQuestion {
  readonly key: string
  readonly index?: number
  readonly itemId?: string
}

/** What nobody has said yes to yet. A case file without needs asks nothing. */
export function openQuestions({ needs, unasked }: NeedsProgress, typed: Typed): OpenQuestion[] {
  if (needs.length === 0) return []
  const over = needs.flatMap(({ over }, index) => (over > 0 ? [{ key: `over.${index}`, index }] : []))
  const others = [...new Set(unasked.map(({ item }) => item.id))].map((itemId) => ({
    key: `unasked.${itemId}`,
    itemId,
  }))
  return [...over, ...others].filter(({ key }) => typed[key] !== '1')
}

/** Somebody else asked for these goods or did not: what was said yes to counts no more. */
export function withoutAnswers(typed: Typed): Typed {
  return withoutPrefix(withoutPrefix(typed, 'over.'), 'unasked.')
}
