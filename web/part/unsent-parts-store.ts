import type { PartHash } from '#shared/part/part'
import type { StaffId } from '#shared/staff/staff'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { PartRow } from '../database/parts-database.ts'
import { base64urlFromBytes } from '../seal/base64url.ts'
import { unmarkPart } from './part-marker.ts'

/** Of the parts of this device, what a person should know. */
export interface PartsState {
  /** Only here: waiting for the server, or for their record to be closed. */
  readonly unsent: number
  readonly refused: number
  /** The store lost them before they were sent. */
  readonly lost: number
  /** The store does not open, so that nobody knows. */
  readonly broken: boolean
}

/** Reads by index only. A store that does not open must not take the screens with it: the ledger works without. */
export async function readPartsState({ parts }: LedgerDatabase): Promise<PartsState> {
  try {
    const [unsent, refused, lost] = await Promise.all([
      parts.parts.where('state').anyOf('held', 'unsent').count(),
      parts.parts.where('state').equals('refused').count(),
      parts.lost.count(),
    ])
    return { unsent, refused, lost, broken: false }
  } catch {
    return { unsent: 0, refused: 0, lost: 0, broken: true }
  }
}

/** What waits, and what came back, oldest first. */
export async function listUnsentParts({ parts }: LedgerDatabase): Promise<{
  readonly waiting: readonly PartRow[]
  readonly refused: readonly PartRow[]
}> {
  const [waiting, refused] = await Promise.all([
    parts.parts.where('state').anyOf('held', 'unsent').sortBy('keptAt'),
    parts.parts.where('state').equals('refused').sortBy('keptAt'),
  ])
  return { waiting, refused }
}

/** Once more as it is, after what stood in its way has been put right. */
export async function resendPart({ parts }: LedgerDatabase, hash: PartHash): Promise<void> {
  const row = await parts.parts.get(hash)
  if (row?.state !== 'refused') return
  const { refused: _, ...rest } = row
  await parts.parts.put({ ...rest, state: 'unsent' })
  for (const listener of parts.kept) listener()
}

/** It shall not count. Its row stays with the reason and who gave it; the server has the content as it came. */
export async function dropPart(
  db: LedgerDatabase,
  hash: PartHash,
  { reason, staffId }: { readonly reason: string; readonly staffId: StaffId },
): Promise<void> {
  const { parts } = db
  unmarkPart(hash)
  await parts.transaction('rw', [parts.parts, parts.bytes], async () => {
    const dropped = { reason: reason.trim(), staffId, at: db.now() }
    await parts.parts.update(hash, { state: 'dropped', dropped })
    await parts.bytes.delete(hash)
  })
}

/** Somebody has read that they are lost. */
export async function acknowledgeLostParts({ parts }: LedgerDatabase): Promise<void> {
  const lost = await parts.lost.toArray()
  for (const { hash } of lost) unmarkPart(hash)
  await parts.lost.bulkDelete(lost.map(({ hash }) => hash))
}

export interface ExportedPart extends Omit<PartRow, 'dropped'> {
  /** Sealed: only the server opens it. In base64url. */
  readonly sealed: string
}

/** Everything of the parts that only this device has. */
export async function exportParts({ parts }: LedgerDatabase): Promise<readonly ExportedPart[]> {
  const rows = await parts.parts.where('state').anyOf('held', 'unsent', 'refused').sortBy('keptAt')
  const bytes = await parts.bytes.bulkGet(rows.map(({ hash }) => hash))
  return rows.flatMap((row, i) => {
    const found = bytes[i]?.bytes
    return found ? [{ ...row, sealed: base64urlFromBytes(found) }] : []
  })
}

/** For a device that is to be as new; false when something is still only here. */
export function forgetParts({ parts }: LedgerDatabase): Promise<boolean> {
  return parts.transaction('rw', parts.tables, async () => {
    if ((await parts.parts.where('state').noneOf(['dropped']).count()) > 0) return false
    await Promise.all(parts.tables.map((table) => table.clear()))
    return true
  })
}
