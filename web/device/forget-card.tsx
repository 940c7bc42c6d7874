import { useState } from 'react'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { deviceScreenText } from './device-screen-text.ts'
import { forgetWarehouse } from './forget-warehouse.ts'

/** The way back for a revoked tablet: it forgets its warehouse and can be enrolled again. */
export function ForgetCard() {
  const text = useText(deviceScreenText).forget
  const { db } = useTablet()
  const [refused, setRefused] = useState(false)
  const [busy, setBusy] = useState(false)

  async function forget() {
    setBusy(true)
    const forgotten = await forgetWarehouse(db)
    setBusy(false)
    setRefused(!forgotten.ok)
    // Opened anew, so that nothing of the old warehouse stays in memory.
    if (forgotten.ok) location.assign('/app/enrol')
  }

  return (
    <Card>
      <h3>{text.title}</h3>
      <p>{text.hint}</p>
      {refused && <Refusal>{text.notEmpty}</Refusal>}
      <div className="buttons">
        <Button icon="qr" disabled={busy} onClick={() => void forget()}>
          {text.now}
        </Button>
      </div>
    </Card>
  )
}
