import { ok, type Result } from '#shared/result'
import { COLLECTIONS } from '#shared/sync/wire'
import { msFromInstant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { matchesDigest, pullAnew, pullCollection } from './pull-documents.ts'
import { pullKeys } from './pull-keys.ts'
import { pullPlaces } from './pull-places.ts'
import type { ContactFailure, ServerClient } from './server-client.ts'

const COMPARED_EVERY_MS = 3_600_000

/** Brings all collections up to date, side by side. Once an hour, and when the app is opened, their digests are compared too. */
export async function refreshDocuments(
  db: LedgerDatabase,
  server: ServerClient,
  { atStart }: { readonly atStart: boolean },
): Promise<Result<void, ContactFailure>> {
  // Before the case files, which are searched by the names of places. Without them everything else still works.
  const placeNames = await pullPlaces(db, server, { again: atStart })
  const pulled = await Promise.all([
    pullKeys(db, server),
    ...COLLECTIONS.map((collection) => pullCollection(db, server, collection, placeNames)),
  ])
  const failed = pulled.find(({ ok: isOk }) => !isOk)
  if (failed) return failed
  const now = db.now()
  await writeMeta(db.relaxed, 'documentsKnownAt', now)

  const comparedAt = await readMeta(db.relaxed, 'documentsComparedAt')
  // What has just come down for the first time needs no second look.
  if (!comparedAt) return ok(await writeMeta(db.relaxed, 'documentsComparedAt', now))
  const isDue = msFromInstant(now) - msFromInstant(comparedAt) >= COMPARED_EVERY_MS
  if (!atStart && !isDue) return ok(undefined)
  for (const collection of COLLECTIONS) {
    const matches = await matchesDigest(db, server, collection)
    if (!matches.ok) return matches
    if (matches.value) continue
    const anew = await pullAnew(db, server, collection, placeNames)
    if (!anew.ok) return anew
  }
  await writeMeta(db.relaxed, 'documentsComparedAt', now)
  // Stock has no digest: a snapshot is small and heals it as well.
  if (isDue) await writeMeta(db.relaxed, 'snapshotWanted', true)
  return ok(undefined)
}
