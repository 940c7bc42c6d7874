import { createContext, use } from 'react'
import type { Language } from '#shared/i18n/text'
import type { Instant } from '#shared/time/time'
import type { LedgerDatabase } from './database/ledger-database.ts'
import type { OpenedTablet } from './open-tablet.ts'
import type { LaterSync } from './sync/later-sync.ts'

/** What every screen of the tablet works with. */
export interface Tablet {
  readonly db: LedgerDatabase
  readonly sync: LaterSync
  readonly restored: OpenedTablet['restored']
  readonly now: () => Instant
  /** UUIDv7. */
  readonly newId: () => string
  readonly language: Language
  readonly setLanguage: (language: Language) => void
}

export const TabletContext = createContext<Tablet | undefined>(undefined)

export function useTablet(): Tablet {
  const tablet = use(TabletContext)
  if (!tablet) throw new Error('useTablet outside of TabletContext')
  return tablet
}
