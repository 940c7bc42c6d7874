/** How many shelves one line of typing may make: a slip in a range must not make thousands. */
export const SHELVES_AT_ONCE_MAX = 200

/**
 * "A-1, A-2; B-1" and one a line, each code once and in the order typed; "A-1..A-6" and "A-1…6" stand for all between.
 * A range that runs backwards or is too long stays one text, which the server then refuses by name.
 */
export function readShelfCodes(text: string): string[] {
  const codes = text
    .split(/[,;\n]+/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .flatMap(spread)
  return [...new Set(codes)]
}

function spread(part: string): string[] {
  const range = /^(.*?)(\d+)\s*(?:\.{2,3}|…)\s*(.*?)(\d+)$/.exec(part)
  if (!range) return [part]
  const [, prefix, first, prefixAgain, last] = range as unknown as [string, string, string, string, string]
  if (prefixAgain !== '' && prefixAgain !== prefix) return [part]
  const count = Number(last) - Number(first) + 1
  if (count < 1 || count > SHELVES_AT_ONCE_MAX) return [part]
  return Array.from(
    { length: count },
    (_, i) => prefix + String(Number(first) + i).padStart(first.length, '0'),
  )
}
