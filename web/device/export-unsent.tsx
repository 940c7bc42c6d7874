import { useState } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { useLive } from '../database/use-live.tsx'
import { currentStaff } from '../staff/sign-in.ts'
import { useTablet } from '../tablet-context.tsx'
import { Button, LinkButton } from '../ui/button.tsx'
import { Card } from '../ui/card.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { deviceScreenText } from './device-screen-text.ts'
import { exportUnsent } from './unsent-export.ts'

/** The last resort of a tablet that cannot send any more. Asks for a PIN, since donors' names are in it. */
export function ExportUnsent() {
  const text = useText(deviceScreenText)
  const { language } = useLanguage()
  const { db, now } = useTablet()
  const session = useLive(async () => ({ staff: await currentStaff(db) }), [db])
  const [count, setCount] = useState<number>()

  async function save() {
    const unsent = await exportUnsent(db)
    const count = unsent.facts.length + unsent.refused.length + unsent.parts.length
    setCount(count)
    if (count === 0) return
    const file = new Blob([JSON.stringify(unsent, undefined, 2)], { type: 'application/json' })
    const link = document.createElement('a')
    link.href = URL.createObjectURL(file)
    link.download = `kho-4d-chua-gui-${now().slice(0, 10)}.json`
    link.click()
    URL.revokeObjectURL(link.href)
  }

  return (
    <Card>
      <h3>{text.export}</h3>
      <p>{text.exportHint}</p>
      {session?.staff ? (
        <div className="buttons">
          <Button icon="download" onClick={() => void save()}>
            {text.export}
          </Button>
        </div>
      ) : (
        <LinkButton href="/sign-in" icon="lock">
          {text.exportSignIn}
        </LinkButton>
      )}
      {count !== undefined && (
        <Notice tone={count > 0 ? 'green' : 'plain'}>
          {count > 0 ? text.exported(formatNumber(count, language)) : text.exportNothing}
        </Notice>
      )}
    </Card>
  )
}
