import type { Need } from '#shared/case-file/case-file'
import type { Item } from '#shared/item/item'
import { itemText } from '#shared/item/item-text'
import { useText } from '../ui/language.tsx'
import { useDesk } from './desk-context.tsx'
import { useAnswer } from './use-answer.tsx'

export interface NeedNames {
  /** False until the items are known. */
  readonly ready: boolean
  readonly itemOf: (need: Need) => Item | undefined
  readonly nameOf: (need: Need) => string
}

/** What needs are called: items by their name, categories by theirs. An item nobody knows is called by its number. */
export function useNeedNames(needs: readonly Need[]): NeedNames {
  const words = useText(itemText).category
  const { requests } = useDesk()
  const ids = [...new Set(needs.map(({ itemId }) => itemId).filter((id) => id !== undefined))]
  const items = useAnswer(ids.join(), async (signal) => {
    const found: Item[] = []
    for (const id of ids) {
      const row = await requests.item(id, signal)
      if (row.ok) found.push(row.value.item)
      else if (row.error.kind !== 'refused') return row
    }
    return { ok: true, value: found }
  })
  const itemOf = (need: Need) => items.value?.find(({ id }) => id === need.itemId)
  return {
    ready: items.value !== undefined || items.refusal !== undefined,
    itemOf,
    nameOf: (need) =>
      need.category === undefined
        ? (itemOf(need)?.name ?? need.itemId?.replace(/^(gtin|item):/, '') ?? '')
        : words[need.category],
  }
}
