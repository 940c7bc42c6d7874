import { useEffect, useState, type ComponentType } from 'react'
import { appUpdate } from './device/app-update.ts'
import { Opening } from './ui/opening.tsx'

/**
 * A screen whose code comes when it is first opened, or before with `load`. Not React's `lazy`, which keeps a failure for
 * good. And not suspended: React would hold back for a third of a second what follows a fallback.
 */
export function screenLater<Name extends string>(
  read: () => Promise<Readonly<Record<Name, ComponentType>>>,
  name: Name,
) {
  let loaded: ComponentType | undefined
  let hasFailed = false
  const load = async () => (loaded ??= (await loadOrReload(read))[name])

  function ScreenLater() {
    const [Screen, setScreen] = useState(() => loaded)
    const [failed, setFailed] = useState<{ readonly error: unknown }>()
    useEffect(() => {
      if (Screen) return
      load().then(
        (screen) => setScreen(() => screen),
        async (error: unknown) => {
          // Only where a person tries again, so that code that never comes does not load the page for ever.
          if (hasFailed && (await reloadIfReachable())) return
          hasFailed = true
          setFailed({ error })
        },
      )
    }, [Screen])
    if (failed) throw failed.error
    return Screen ? <Screen /> : <Opening />
  }
  return Object.assign(ScreenLater, { load })
}

/**
 * Where another tab has taken a new version, this tab's own code may be gone: what needs more of it is a pause anyway, so
 * the page is loaded anew there. Drafts are on disk.
 */
export async function loadOrReload<Code>(load: () => Promise<Code>): Promise<Code> {
  try {
    return await load()
  } catch (error) {
    if (appUpdate.state() !== 'replaced') throw error
    location.reload()
    return new Promise(() => {})
  }
}

/**
 * Chromium keeps code that did not come once as failed for as long as the page lives: it comes with the page loaded anew,
 * where there is a line to load it by. Answers whether it is.
 */
export async function reloadIfReachable(): Promise<boolean> {
  const isReachable = await fetch('/api/health', { cache: 'no-store' }).then(
    () => true,
    () => false,
  )
  if (isReachable) location.reload()
  return isReachable
}
