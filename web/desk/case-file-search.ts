import { CASE_CATEGORIES, type CaseCategory } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { fold, matchesFolded } from '#shared/i18n/fold'
import type { Language } from '#shared/i18n/text'
import type { Places } from '#shared/place/place-wire'

/** What a typed text may mean besides a code; commune names repeat, so the province stands beside each. */
export type Meaning =
  | { readonly kind: 'commune'; readonly code: string; readonly name: string; readonly provinceName: string }
  | { readonly kind: 'province'; readonly code: string; readonly name: string }
  | { readonly kind: 'category'; readonly category: CaseCategory; readonly name: string }
  | { readonly kind: 'tick'; readonly tick: 'green' | 'yellow' | 'red' | 'expired'; readonly name: string }

export interface PlaceIndex {
  readonly provinces: readonly { readonly code: string; readonly name: string; readonly folded: string }[]
  readonly communes: readonly {
    readonly code: string
    readonly name: string
    readonly provinceName: string
    readonly folded: string
  }[]
}

/** Folds the 3,321 names once, so that each keystroke only compares. */
export function indexPlaces(places: Places): PlaceIndex {
  return {
    provinces: places.provinces.map(({ code, name }) => ({ code, name, folded: fold(name) })),
    communes: places.provinces.flatMap((province) =>
      province.communes.map(([code, name]) => ({
        code,
        name,
        provinceName: province.name,
        folded: fold(`${name} ${province.name}`),
      })),
    ),
  }
}

export function communeName(places: Places | undefined, code: string): string | undefined {
  for (const province of places?.provinces ?? []) {
    const found = province.communes.find(([communeCode]) => communeCode === code)
    if (found) return `${found[1]}, ${province.name}`
  }
  return undefined
}

/** Categories and ticks first, since there are few; then provinces, then communes; with diacritics or without. */
export function readMeanings(
  text: string,
  index: PlaceIndex | undefined,
  language: Language,
  max: number,
): Meaning[] {
  const query = fold(text)
  if (query.length < 2) return []
  const words = caseFileText[language]
  const meanings: Meaning[] = []
  for (const category of CASE_CATEGORIES) {
    const name = words.category[category]
    if (matchesFolded(fold(name), query)) meanings.push({ kind: 'category', category, name })
  }
  for (const tick of ['green', 'yellow', 'red', 'expired'] as const) {
    const name = words.tick[tick]
    if (matchesFolded(fold(name), query)) meanings.push({ kind: 'tick', tick, name })
  }
  const places: { readonly meaning: Meaning; readonly rank: number }[] = []
  for (const { code, name, folded } of index?.provinces ?? []) {
    if (matchesFolded(folded, query))
      places.push({ meaning: { kind: 'province', code, name }, rank: rankOf(name, folded, text, query) })
  }
  for (const { code, name, provinceName, folded } of index?.communes ?? []) {
    if (matchesFolded(folded, query)) {
      const meaning: Meaning = { kind: 'commune', code, name, provinceName }
      places.push({ meaning, rank: rankOf(`${name} ${provinceName}`, folded, text, query) })
    }
  }
  places.sort((a, b) => a.rank - b.rank)
  return [...meanings, ...places.map(({ meaning }) => meaning)].slice(0, max)
}

/** As typed with its diacritics first, then the words in one piece, then the words anywhere; the sort keeps the order. */
function rankOf(name: string, folded: string, typed: string, query: string): number {
  const exact = typed.trim().toLowerCase()
  if (exact !== query && name.toLowerCase().includes(exact)) return 0
  return folded.includes(query) ? 1 : 2
}
