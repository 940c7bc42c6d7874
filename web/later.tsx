import { useEffect, useState, type ComponentType } from 'react'
import { loadOrReload, reloadIfReachable } from './screen-loader.tsx'
import { Button } from './ui/button.tsx'
import { useText } from './ui/language.tsx'
import { uiText } from './ui/ui-text.ts'

const AGAIN_AFTER_MS = 2_000

/**
 * A part of a screen whose code comes when the part is first shown, or before with `load`; afterwards it is drawn at once.
 * Not suspended: React would hold back for a third of a second what follows a fallback. Where its code does not come, the
 * line is bad and the tablet has not put the app away yet: the rest of the screen goes on, and a person may try again.
 */
export function later<Props extends object>(read: () => Promise<ComponentType<Props>>) {
  let loaded: ComponentType<Props> | undefined
  const load = async () => (loaded ??= await loadOrReload(read))

  function Later(props: Props) {
    const [Part, setPart] = useState(() => loaded)
    const [tries, setTries] = useState(0)
    useEffect(() => {
      if (Part) return
      let timer: ReturnType<typeof setTimeout> | undefined
      load().then(
        (part) => setPart(() => part),
        () => (timer = setTimeout(() => setTries(tries + 1), AGAIN_AFTER_MS)),
      )
      return () => clearTimeout(timer)
    }, [Part, tries])
    if (Part) return <Part {...props} />
    return tries > 0 ? <TryAgain /> : null
  }
  return Object.assign(Later, { load })
}

function TryAgain() {
  const text = useText(uiText)
  return (
    <Button icon="refresh" onClick={() => void reloadIfReachable()}>
      {text.tryAgain}
    </Button>
  )
}
