import { fold } from './fold.ts'

/** Folded, each word once: what something is searched by. */
export function searchWords(...texts: readonly (string | undefined)[]): string[] {
  const words = texts.flatMap((text) => (text === undefined ? [] : fold(text).split(/[\s,;:()/]+/)))
  return [...new Set(words)].filter((word) => word !== '')
}
