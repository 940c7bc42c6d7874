import { useState } from 'react'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { askToKeep } from './ask-to-keep.ts'
import { deviceScreenText } from './device-screen-text.ts'
import { useDeviceState } from './use-device-state.tsx'

/** Whether the browser promised to keep the data, in words, and the way to ask again. */
export function StorageCard() {
  const text = useText(deviceScreenText)
  const { db } = useTablet()
  const state = useDeviceState()
  const [denied, setDenied] = useState(false)
  if (!state) return null
  return (
    <Card>
      <h3>{text.storage}</h3>
      {state.storage === 'persisted' ? (
        <Notice tone="green">{text.storageKept}</Notice>
      ) : (
        <>
          <Notice tone="yellow">
            {denied
              ? text.storageDenied
              : state.storage === 'best-effort'
                ? text.storageWeak
                : text.storageUnknown}
          </Notice>
          <div className="buttons">
            <Button onClick={() => void askToKeep(db).then((kept) => setDenied(!kept))}>
              {text.storageAsk}
            </Button>
          </div>
        </>
      )}
      {!state.journal && <Notice tone="yellow">{text.storageNoJournal}</Notice>}
    </Card>
  )
}
