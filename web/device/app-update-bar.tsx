import { useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import { Icon } from '../ui/icon.tsx'
import { useText } from '../ui/language.tsx'
import { appUpdate } from './app-update.ts'
import { deviceText } from './device-text.ts'

export function useAppUpdate() {
  return useSyncExternalStore(appUpdate.subscribe, appUpdate.state)
}

/** A quiet bar that waits until both hands are free. */
export function AppUpdateBar() {
  const text = useText(deviceText)
  const state = useAppUpdate()
  if (state === 'none') return null
  return (
    <output className="bar">
      <Icon name="refresh" />
      <span>{state === 'ready' ? text.update.ready : text.update.replaced}</span>
      <Button onClick={() => (state === 'ready' ? appUpdate.accept() : location.reload())}>
        {state === 'ready' ? text.update.accept : text.update.reload}
      </Button>
    </output>
  )
}
