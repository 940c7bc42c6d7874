import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { WriterDb } from '../database/writer-db.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { openSealed, seal } from '../seal/seal.ts'

/** A new secret for a name that has one already takes the old one's place. */
export function putHook(
  db: WriterDb,
  hook: { readonly name: string; readonly sealed: Uint8Array; readonly createdAt: Instant },
): void {
  const row = { ...hook, revokedAt: null }
  db.run(
    db.query
      .insertInto('hook')
      .values(row)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(row)),
  )
}

export function revokeHook(
  db: WriterDb,
  { name, at }: { readonly name: string; readonly at: Instant },
): boolean {
  const revoked = db.query.updateTable('hook').set({ revokedAt: at }).where('name', '=', name)
  return db.run(revoked.where('revokedAt', 'is', null)).changes === 1
}

export function sealHookSecret(keys: Pick<SealKeys, 'sealKey'>, name: string, secret: string): Uint8Array {
  return seal(keys, Buffer.from(secret), `hook:${name}`)
}

export function readHookSecret(
  { reader, keys }: { readonly reader: Reader; readonly keys: Pick<SealKeys, 'sealKey'> },
  name: string,
): string | undefined {
  const row = reader.get(
    reader.query.selectFrom('hook').select('sealed').where('name', '=', name).where('revokedAt', 'is', null),
  )
  const opened = row && openSealed(keys, row.sealed, `hook:${name}`)
  return opened?.ok ? Buffer.from(opened.value).toString() : undefined
}
