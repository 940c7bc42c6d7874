import { canonicalText } from './canonical-text.ts'

/** The path of the first field in which two values differ, such as `body.lines.0.quantity`; undefined when none does. */
export function firstDifference(a: unknown, b: unknown, path: readonly string[] = []): string | undefined {
  if (canonicalText(a) === canonicalText(b)) return undefined
  if (!isRecord(a) || !isRecord(b) || Array.isArray(a) !== Array.isArray(b)) return path.join('.')
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])]
  for (const key of keys) {
    const difference = firstDifference(a[key] ?? null, b[key] ?? null, [...path, key])
    if (difference !== undefined) return difference
  }
  return path.join('.')
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object'
}
