import { instantFromMs, msFromInstant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { ContactState } from '../database/ledger-rows.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import type { ContactFailure } from './server-client.ts'

const NO_CONTACT: ContactState = { reached: false, revoked: false, tooOld: false }

/** Notes that the server is there, before everything it has to say has come. */
export function noteAnswering(db: LedgerDatabase): Promise<void> {
  return change(db, (contact) => ({ ...contact, reached: true }))
}

/** Notes that the server answered. */
export function noteReached(
  db: LedgerDatabase,
  { clockOffMs, revoked }: { readonly clockOffMs: number | undefined; readonly revoked: boolean },
): Promise<void> {
  return change(db, () => ({
    reached: true,
    revoked,
    tooOld: false,
    lastContactAt: db.now(),
    ...(clockOffMs !== undefined && { clockOffMs }),
  }))
}

/** Notes why an attempt came to nothing; what was known before stays known. */
export function noteFailure(db: LedgerDatabase, failure: ContactFailure): Promise<void> {
  return change(db, (before) => {
    const { serverBusyUntil: _, ...contact } = before
    switch (failure.kind) {
      case 'unreachable':
      case 'failing':
        return { ...contact, reached: false }
      case 'busy': {
        const waitMs = failure.retryAfterMs ?? 0
        return { ...contact, reached: true, serverBusyUntil: instantFromMs(msFromInstant(db.now()) + waitMs) }
      }
      case 'revoked':
        return { ...contact, reached: true, revoked: true }
      case 'too-old':
        return { ...contact, reached: true, tooOld: true }
      case 'refused':
        return { ...contact, reached: true }
    }
  })
}

/** The browser says that there is no network at all. */
export function noteOffline(db: LedgerDatabase): Promise<void> {
  return change(db, (contact) => ({ ...contact, reached: false }))
}

async function change(db: LedgerDatabase, next: (contact: ContactState) => ContactState): Promise<void> {
  const { relaxed } = db
  await relaxed.transaction('rw', relaxed.meta, async () => {
    const before = (await readMeta(relaxed, 'contact')) ?? NO_CONTACT
    await writeMeta(relaxed, 'contact', next(before))
  })
}
