import { useEffect, useMemo, useState } from 'react'
import type { LedgerDatabase } from './database/ledger-database.ts'
import { DeviceStateProvider } from './device/use-device-state.tsx'
import { openTablet, RESTORE_AFTER_MS, type OpenedTablet, type OpenTabletRefusal } from './open-tablet.ts'
import { watchIdle } from './staff/watch-idle.ts'
import { StoreMissing } from './store-missing.tsx'
import { TabletContext, type Tablet } from './tablet-context.tsx'
import { TabletRoutes } from './tablet-routes.tsx'
import { useLanguage } from './ui/language.tsx'
import { Opening } from './ui/opening.tsx'

/** The moment at which nobody waits for anything. */
function onPutAway(act: () => void): () => void {
  const look = () => document.visibilityState === 'hidden' && act()
  document.addEventListener('visibilitychange', look)
  return () => document.removeEventListener('visibilitychange', look)
}

/** What is not kept the next start reads for itself. */
function keepForNextStart(db: LedgerDatabase): void {
  import('./stock/keep-first-stock.ts').then(({ keepFirstStock }) => keepFirstStock(db)).catch(() => {})
}

/** Everything that works offline: opens the tablet's store before the first of its screens. */
export function TabletRoom() {
  const [opened, setOpened] = useState<OpenedTablet | OpenTabletRefusal>()
  // Not suspended: React would hold back for a third of a second what follows the fallback.
  useEffect(() => void openTablet().then(setOpened), [])
  return opened ? <OpenedRoom opened={opened} /> : <Opening />
}

function OpenedRoom({ opened }: { readonly opened: OpenedTablet | OpenTabletRefusal }) {
  const [refusal, setRefusal] = useState<OpenTabletRefusal | undefined>('kind' in opened ? opened : undefined)
  const { language, setLanguage } = useLanguage()
  const tablet = useMemo((): Tablet | undefined => {
    if ('kind' in opened) return undefined
    const { db } = opened
    return { ...opened, now: () => db.now(), newId: () => db.newId(), language, setLanguage }
  }, [opened, language, setLanguage])
  const db = tablet?.db
  useEffect(() => (db ? watchIdle(db) : undefined), [db])
  useEffect(() => (db ? onPutAway(() => keepForNextStart(db)) : undefined), [db])
  useEffect(() => {
    if ('kind' in opened) return
    const timer = setTimeout(() => void opened.restored().then(setRefusal), RESTORE_AFTER_MS)
    return () => clearTimeout(timer)
  }, [opened])
  if (!tablet || refusal) return <StoreMissing detail={refusal?.detail ?? ''} />
  return (
    <TabletContext value={tablet}>
      <DeviceStateProvider>
        <TabletRoutes />
      </DeviceStateProvider>
    </TabletContext>
  )
}
