import { liveQuery } from 'dexie'
import { useEffect, useState, type DependencyList } from 'react'

/** The result of a query, kept fresh while what it read changes, in this tab or another. Undefined until the first answer. */
export function useLive<T>(query: () => Promise<T>, deps: DependencyList): T | undefined {
  const [result, setResult] = useState<T>()
  const [failure, setFailure] = useState<{ readonly error: unknown }>()
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setResult(() => value),
      error: (error: unknown) => setFailure({ error }),
    })
    return () => subscription.unsubscribe()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- the caller names what the query depends on
  }, deps)
  if (failure) throw failure.error
  return result
}
