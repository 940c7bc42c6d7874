/**
 * Text as people type it when in a hurry: lower case, without diacritics, đ as d, single spaces.
 * NFD leaves đ alone, so it is mapped by hand.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .replace(/[đĐ]/g, 'd')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Whether each word of the query begins a word of the folded text, in any order. */
export function matchesFolded(foldedText: string, foldedQuery: string): boolean {
  const text = ` ${foldedText}`
  return foldedQuery.split(' ').every((word) => text.includes(` ${word}`))
}
