import type { LedgerConnection } from './ledger-database.ts'
import type { MetaKey, MetaRow, MetaValues } from './ledger-rows.ts'

export async function readMeta<K extends MetaKey>(
  db: LedgerConnection,
  key: K,
): Promise<MetaValues[K] | undefined> {
  const row = await db.meta.get(key)
  return row?.value as MetaValues[K] | undefined
}

export async function writeMeta<K extends MetaKey>(
  db: LedgerConnection,
  key: K,
  value: MetaValues[K],
): Promise<void> {
  await db.meta.put({ key, value } satisfies MetaRow)
}
