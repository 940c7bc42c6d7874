import { BOX_BYTES, PART_BYTES_MAX, type PartHash, type PartHeader } from '#shared/part/part'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { RefusedReason } from '../database/ledger-rows.ts'
import { readMeta } from '../database/meta-store.ts'
import type { PartRow } from '../database/parts-database.ts'
import { refuseStorageFailure, type StorageRefusal } from '../database/storage-refusal.ts'
import { bytesFromBase64url } from '../seal/base64url.ts'
import { sealBox } from '../seal/seal-box.ts'
import { hashBytes } from './hash-bytes.ts'
import { markedParts, markPart, unmarkPart } from './part-marker.ts'

export type KeepRefusal =
  | StorageRefusal
  /** The server has not yet said what to seal to. */
  | { readonly kind: 'no-key' }
  | { readonly kind: 'part-too-large'; readonly bytesMax: number }

export interface NewPart extends Pick<PartHeader, 'kind' | 'subjectId' | 'caseFileId'> {
  readonly plain: Uint8Array<ArrayBuffer>
  /** Its record is still open: it waits for `releaseParts`, and may be taken out until then. */
  readonly held?: boolean
}

/** Held longer than this it is sent all the same: its record was closed and the device died at that moment, or nobody will. */
const HELD_MAX_MS = 12 * 3_600_000
/** While a part is being kept the device forgets nothing, and the other way round. */
export const KEEP_LOCK = 'kho4d-part-keep'

/** Seals it and puts it on this device's disk; what was given is written nowhere in the clear. The hash names it from now on. */
export async function keepPart(
  db: LedgerDatabase,
  { kind, subjectId, caseFileId, plain, held = false }: NewPart,
): Promise<Result<PartHash, KeepRefusal>> {
  const [identity, keys] = await Promise.all([readMeta(db, 'identity'), readMeta(db, 'keys')])
  if (!identity) return err({ kind: 'not-enrolled' })
  if (!keys) return err({ kind: 'no-key' })
  if (plain.length > PART_BYTES_MAX) return err({ kind: 'part-too-large', bytesMax: PART_BYTES_MAX })
  const bytes = await sealBox(bytesFromBase64url(keys.boxKey), plain)
  const hash = await hashBytes(bytes)
  const row: PartRow = {
    hash,
    kind,
    subjectId,
    caseFileId,
    size: plain.length + BOX_BYTES,
    keptAt: db.now(),
    state: held ? 'held' : 'unsent',
  }
  await db.step('part: before the transaction')
  const kept = await refuseStorageFailure<PartHash, never>(() =>
    navigator.locks.request(KEEP_LOCK, async () => {
      await db.parts.transaction('rw', [db.parts.parts, db.parts.bytes], async () => {
        await db.parts.parts.put(row)
        await db.parts.bytes.put({ hash, bytes })
      })
      markPart(hash)
      return ok(hash)
    }),
  )
  await db.step('part: kept')
  if (kept.ok && !held) announce(db)
  return kept
}

/** The record they belong to is on disk: they may be sent. Safe to repeat. */
export async function releaseParts(db: LedgerDatabase, hashes: readonly PartHash[]): Promise<void> {
  await db.parts.parts
    .where('hash')
    .anyOf([...hashes])
    .and(({ state }) => state === 'held')
    .modify({ state: 'unsent' })
  announce(db)
}

/** Taken out by the person who made it, before its record was closed. False: it is on its way already. */
export async function takeOutPart(db: LedgerDatabase, hash: PartHash): Promise<boolean> {
  if ((await db.parts.parts.get(hash))?.state !== 'held') return false
  await removePart(db, hash)
  return true
}

/** Of one survey or handover, in the order they were made. */
export function listPartsOf(db: LedgerDatabase, subjectId: string): Promise<PartRow[]> {
  return db.parts.parts.where('subjectId').equals(subjectId).sortBy('keptAt')
}

/** What may be sent, small records before pictures. */
export async function nextUnsentPart(db: LedgerDatabase): Promise<PartRow | undefined> {
  const rows = await db.parts.parts.where('state').equals('unsent').toArray()
  const rank = ({ kind, keptAt }: PartRow) => `${kind === 'picture' ? 1 : 0} ${keptAt}`
  return rows.sort((a, b) => (rank(a) < rank(b) ? -1 : 1))[0]
}

/** Besides those that the server could not take. */
export function countWaitingParts(db: LedgerDatabase): Promise<number> {
  return db.parts.parts.where('state').anyOf('held', 'unsent').count()
}

export async function readPartBytes(
  db: LedgerDatabase,
  hash: PartHash,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return (await db.parts.bytes.get(hash))?.bytes
}

/** The server has it on its disk, or a person took it out: now, and not before, it leaves this device. */
export async function removePart(db: LedgerDatabase, hash: PartHash): Promise<void> {
  unmarkPart(hash)
  await db.parts.transaction('rw', [db.parts.parts, db.parts.bytes], async () => {
    await db.parts.parts.delete(hash)
    await db.parts.bytes.delete(hash)
  })
}

/** The server could not take it: it stays, with the reason in words, out of the way of the others. */
export async function setPartAside(
  db: LedgerDatabase,
  hash: PartHash,
  refused: RefusedReason,
): Promise<void> {
  await db.parts.parts.update(hash, { state: 'refused', refused })
}

/** What was held for too long goes; what the store lost is noted, so that somebody hears of it. */
export async function checkParts(db: LedgerDatabase): Promise<void> {
  const before = new Date(Date.parse(db.now()) - HELD_MAX_MS).toISOString()
  const marked = markedParts()
  await db.parts.transaction('rw', [db.parts.parts, db.parts.lost], async () => {
    await db.parts.parts
      .where('state')
      .equals('held')
      .and(({ keptAt }) => keptAt < before)
      .modify({ state: 'unsent' })
    const rows = await db.parts.parts.bulkGet(marked)
    const missing = marked.filter((_, i) => rows[i] === undefined)
    // What another window sent meanwhile has no note any more.
    const lost = missing.filter((hash) => markedParts().includes(hash))
    await db.parts.lost.bulkPut(lost.map((hash) => ({ hash })))
  })
}

function announce(db: LedgerDatabase): void {
  for (const listener of db.parts.kept) listener()
}
