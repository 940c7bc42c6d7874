/** JSON with sorted keys and without undefined values: two facts are the same when these texts are equal. */
export function canonicalText(value: unknown): string {
  return JSON.stringify(sorted(value))
}

function sorted(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) return value.map(sorted)
  const entries = Object.create(null) as Record<string, unknown>
  for (const key of Object.keys(value).sort()) entries[key] = sorted((value as Record<string, unknown>)[key])
  return entries
}
