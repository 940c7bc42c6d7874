/** The two languages of the product; Vietnamese is the source, English must have the same keys. */
export type Language = 'vi' | 'en'

/** A sentence in both languages, as it travels in refusals and findings. */
export interface Sentence {
  readonly vi: string
  readonly en: string
}

type Entry = string | ((...values: never[]) => string) | { readonly [key: string]: Entry }

/** The shape of a dictionary: any string for a string, the same arguments for a sentence with values. */
type SameShape<T> = {
  readonly [K in keyof T]: T[K] extends string
    ? string
    : T[K] extends (...values: infer Values) => string
      ? (...values: Values) => string
      : SameShape<T[K]>
}

export interface Text<T> {
  readonly vi: SameShape<T>
  readonly en: SameShape<T>
}

/** Two dictionaries of which the second must have every text of the first, or it does not compile. */
export function defineText<const T extends { readonly [key: string]: Entry }>(
  vi: T,
  en: SameShape<T>,
): Text<T> {
  return { vi: vi as unknown as SameShape<T>, en }
}
