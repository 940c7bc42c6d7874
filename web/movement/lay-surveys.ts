import type { Fact } from '#shared/sync/fact'
import type { LedgerConnection } from '../database/ledger-database.ts'

/** Notes which visits this device has recorded. Safe to repeat. */
export async function laySurveys(db: LedgerConnection, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.kind !== 'survey') continue
    const { id, caseFileId, code, staffId, occurredAt, parts } = fact.body
    await db.surveys.put({ id, caseFileId, code, staffId, occurredAt, parts })
  }
}
