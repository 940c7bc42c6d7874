import type { DeviceIdentity, StorageState } from '../database/ledger-rows.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import { readPartsState, type PartsState } from '../part/unsent-parts-store.ts'
import { COLLECTIONS } from '#shared/sync/wire'
import type { Instant } from '#shared/time/time'

/** What the corner of every screen tells, and what stands in the way of working. */
export interface DeviceState {
  readonly enrolled?: Pick<DeviceIdentity, 'deviceId' | 'warehouseId' | 'warehouseName'>
  /** The last attempt reached the server. */
  readonly online: boolean
  /** Facts and parts that are only here. */
  readonly unsent: number
  /** Refused facts and parts that wait for a person; voided ones no longer count. */
  readonly quarantined: number
  /** How many of those are pictures and other parts. */
  readonly parts: PartsState
  readonly lastContactAt?: Instant
  readonly storage: StorageState['kept']
  /** False: without a second copy beside the database, because this browser has no private file system. */
  readonly journal: boolean
  readonly revoked: boolean
  readonly tooOld: boolean
  /** The database was lost once; what was unsent came back from the journal. */
  readonly wiped: boolean
  readonly serverBusyUntil?: Instant
  /** Only when the clock is more than five minutes off. Positive: ahead. */
  readonly clockOffMs?: number
  /** False until the first snapshot is here: stock shows nothing before. */
  readonly filled: boolean
  /** How many documents have come so far; only until all of them were here once. */
  readonly fetching?: number
}

const CLOCK_OFF_SHOWN_MS = 5 * 60_000

/** Reads by index only; give it to `useLive`. */
export async function readDeviceState(db: LedgerDatabase): Promise<DeviceState> {
  const [identity, contact, storage, cursor, unsent, refused, fetching, parts] = await Promise.all([
    readMeta(db, 'identity'),
    readMeta(db, 'contact'),
    readMeta(db, 'storage'),
    readMeta(db, 'cursor'),
    countUnsent(db),
    db.quarantine.toArray(),
    countFetched(db),
    readPartsState(db),
  ])
  const clockOffMs = contact?.clockOffMs ?? 0
  return {
    ...(identity && {
      enrolled: {
        deviceId: identity.deviceId,
        warehouseId: identity.warehouseId,
        warehouseName: identity.warehouseName,
      },
    }),
    online: contact?.reached ?? false,
    unsent: unsent + parts.unsent,
    quarantined: refused.filter(({ voided }) => !voided).length + parts.refused,
    parts,
    ...(contact?.lastContactAt && { lastContactAt: contact.lastContactAt }),
    storage: storage?.kept ?? 'unknown',
    journal: storage?.journal ?? false,
    revoked: contact?.revoked ?? false,
    tooOld: contact?.tooOld ?? false,
    wiped: storage?.wiped ?? false,
    ...(contact?.serverBusyUntil && { serverBusyUntil: contact.serverBusyUntil }),
    ...(Math.abs(clockOffMs) > CLOCK_OFF_SHOWN_MS && { clockOffMs }),
    filled: cursor !== undefined,
    ...(identity && contact?.reached && fetching !== undefined && { fetching }),
  }
}

async function countFetched(db: LedgerDatabase): Promise<number | undefined> {
  if ((await readMeta(db, 'documentsKnownAt')) !== undefined) return undefined
  const counts = await Promise.all(COLLECTIONS.map((collection) => db.table(collection).count()))
  return counts.reduce((sum, count) => sum + count, 0)
}

/** Facts alone: what the server's figures may still miss. */
export function countUnsent(db: LedgerDatabase): Promise<number> {
  return db.outbox.where('unsentSeq').above(0).count()
}

/** Whether any fact or draft would be lost if this tablet forgot everything; its parts are asked for apart. */
export async function mayForget(db: LedgerDatabase): Promise<boolean> {
  const [unsent, refused, drafts] = await Promise.all([
    countUnsent(db),
    db.quarantine.toArray(),
    db.drafts.count(),
  ])
  return unsent + drafts === 0 && refused.every(({ voided }) => voided !== undefined)
}
