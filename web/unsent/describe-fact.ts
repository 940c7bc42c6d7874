import { formatClock } from '#shared/i18n/moments'
import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { formatQuantity } from '#shared/item/quantity'
import type { Fact } from '#shared/sync/fact'
import { factKindText } from '../movement/fact-kind-text.ts'
import { movementText } from '../movement/movement-text.ts'
import { placeWords, type KnownNames } from '../movement/place-words.ts'

export interface FactWords {
  readonly title: string
  readonly detail: string
}

const LINES_SHOWN = 3

/** A fact as a person would tell it: what, from where to where, the first of its lines. */
export function describeFact(fact: Fact, names: KnownNames, language: Language): FactWords {
  const kinds = factKindText[language]
  const words = movementText[language]
  switch (fact.kind) {
    case 'item-learned':
      return { title: kinds[fact.kind], detail: fact.body.name }
    case 'pack-learned': {
      const { itemId, pack } = fact.body
      const item = names.items.get(itemId)
      const size = item
        ? formatQuantity(pack.quantity, item, language)
        : formatNumber(pack.quantity, language)
      return {
        title: kinds[fact.kind],
        detail: `${item?.name ?? words.unknownItem(itemId)} · ${pack.unit} × ${size}`,
      }
    }
    case 'donor-named':
      return {
        title: kinds[fact.kind],
        detail: fact.body.anonymous ? words.place.anonymousDonor : fact.body.name,
      }
    case 'survey':
      return { title: kinds[fact.kind], detail: fact.body.code }
    case 'handover':
      return { title: kinds[fact.kind], detail: words.place.transit(fact.body.consignmentId) }
    case 'handover-confirmed':
    case 'handover-corrected':
      return { title: kinds[fact.kind], detail: formatClock(fact.body.occurredAt) }
    case 'movement': {
      const { kind, lines } = fact.body
      const goods = lines.slice(0, LINES_SHOWN).map(({ itemId, quantity }) => {
        const item = names.items.get(itemId)
        if (!item) return `${words.unknownItem(itemId)} ${formatNumber(quantity, language)}`
        return `${item.name} ${formatQuantity(quantity, item, language)}`
      })
      const places = words.fromTo(
        placeWords(lines[0]!.fromId, names, words.place),
        placeWords(lines[0]!.toId, names, words.place),
      )
      return {
        title: `${words.kind[kind]} · ${words.lines(formatNumber(lines.length, language))}`,
        detail: [places, goods.join(', ') + (lines.length > LINES_SHOWN ? '…' : '')].join(' · '),
      }
    }
  }
}
