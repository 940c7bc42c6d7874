import { useSyncExternalStore } from 'react'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { Fact, Facts } from '../ui/facts.tsx'
import { useText } from '../ui/language.tsx'
import { AppUpdateBar, useAppUpdate } from './app-update-bar.tsx'
import { appUpdate } from './app-update.ts'
import { deviceScreenText } from './device-screen-text.ts'

export function VersionCard() {
  const text = useText(deviceScreenText)
  const update = useAppUpdate()
  const offlineReady = useSyncExternalStore(
    watchController,
    () => document.documentElement.dataset['offlineReady'] === '1',
  )
  return (
    <Card>
      <Facts>
        <Fact label={text.version}>{String(import.meta.env['VITE_APP_VERSION'] ?? 'dev')}</Fact>
        <Fact label={text.offlineReady}>{offlineReady ? text.yes : text.offlineNotReady}</Fact>
      </Facts>
      {update === 'none' ? (
        <div className="buttons">
          <Button icon="refresh" onClick={() => void appUpdate.check()}>
            {text.checkUpdate}
          </Button>
        </div>
      ) : (
        <AppUpdateBar />
      )}
    </Card>
  )
}

function watchController(listener: () => void): () => void {
  const container = navigator.serviceWorker as ServiceWorkerContainer | undefined
  container?.addEventListener('controllerchange', listener)
  return () => container?.removeEventListener('controllerchange', listener)
}
