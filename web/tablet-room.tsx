import { use, useEffect, useMemo } from 'react'
import { openTablet } from './open-tablet.ts'
import { watchIdle } from './staff/watch-idle.ts'
import { StoreMissing } from './store-missing.tsx'
import { TabletContext, type Tablet } from './tablet-context.tsx'
import { TabletRoutes } from './tablet-routes.tsx'
import { useLanguage } from './ui/language.tsx'

/** Everything that works offline: opens the tablet's store before the first of its screens. */
export function TabletRoom() {
  const opened = use(openTablet())
  const { language, setLanguage } = useLanguage()
  const tablet = useMemo((): Tablet | undefined => {
    if ('kind' in opened) return undefined
    const { db, sync } = opened
    return { db, sync, now: () => db.now(), newId: () => db.newId(), language, setLanguage }
  }, [opened, language, setLanguage])
  const db = tablet?.db
  useEffect(() => (db ? watchIdle(db) : undefined), [db])
  if (!tablet) return <StoreMissing detail={'kind' in opened ? opened.detail : ''} />
  return (
    <TabletContext value={tablet}>
      <TabletRoutes />
    </TabletContext>
  )
}
