/**
 * Compares two sides of a collection cheaply: the sum of a 48-bit hash of each `id@version`, so order does not matter.
 * Finds drift, not forgery.
 */
export function digest(documents: Iterable<{ readonly id: string; readonly version: number }>): string {
  let sum = 0
  for (const { id, version } of documents) sum = (sum + hash48(`${id}@${version}`)) % 2 ** 48
  return sum.toString(16).padStart(12, '0')
}

/** FNV-1a in two 24-bit halves. */
function hash48(text: string): number {
  let low = 0x811c9d
  let high = 0xc5050c
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    low = Math.imul(low ^ (code & 0xff), 0x01000193) & 0xffffff
    high = Math.imul(high ^ code ^ (low >> 3), 0x0100019d) & 0xffffff
  }
  return high * 0x1000000 + low
}
