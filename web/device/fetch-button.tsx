import { useState } from 'react'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import type { IconName } from '../ui/icon.tsx'

interface FetchButtonProps {
  readonly icon?: IconName
  readonly label: string
  /** While it is on its way. */
  readonly busyLabel: string
}

/** Asks the server now instead of in a while: what waits goes up, what is new comes down. */
export function FetchButton({ icon = 'refresh', label, busyLabel }: FetchButtonProps) {
  const { sync } = useTablet()
  const [busy, setBusy] = useState(false)
  return (
    <Button
      kind="primary"
      icon={icon}
      disabled={busy}
      onClick={() => {
        setBusy(true)
        void sync.pullNow().finally(() => setBusy(false))
      }}
    >
      {busy ? busyLabel : label}
    </Button>
  )
}
