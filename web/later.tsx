import { useEffect, useState, type ComponentType } from 'react'
import { loadOrReload } from './screen-loader.tsx'

/**
 * A part of a screen whose code comes when the part is first shown; afterwards it is drawn at once. Not suspended: React
 * would hold back for a third of a second what follows a fallback.
 */
export function later<Props extends object>(load: () => Promise<ComponentType<Props>>): ComponentType<Props> {
  let loaded: ComponentType<Props> | undefined
  return function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    const [failure, setFailure] = useState<{ readonly error: unknown }>()
    useEffect(() => {
      if (loaded) return
      loadOrReload(load).then(
        (part) => setPart(() => (loaded = part)),
        (error: unknown) => setFailure({ error }),
      )
    }, [])
    if (failure) throw failure.error
    return Part ? <Part {...props} /> : null
  }
}
