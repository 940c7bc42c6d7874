import type { WriterDb } from '../database/writer-db.ts'

/** To which key file this database belongs: whoever comes first says it, and it stays. */
export function noteSealKey(db: WriterDb, { fingerprint }: { readonly fingerprint: string }): string {
  const known = db.get(db.query.selectFrom('sealKey').select('fingerprint'))
  if (known) return known.fingerprint
  db.run(db.query.insertInto('sealKey').values({ one: 1, fingerprint }))
  return fingerprint
}
