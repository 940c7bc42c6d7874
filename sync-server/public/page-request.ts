import type { Language } from '#shared/i18n/text'
import type { ItemQuery } from './choose-items.ts'

/** Which of the public pages is asked for: the overview, a search, a category, a further page, or the sums. */
export interface PageRequest extends ItemQuery {
  readonly language: Language
  readonly view?: 'totals' | undefined
}
