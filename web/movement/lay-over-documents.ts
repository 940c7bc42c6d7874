import { withPack } from '#shared/item/learn-pack'
import type { Fact } from '#shared/sync/fact'
import { donorRow } from '../donor/donor-row.ts'
import { itemRow } from '../item/item-row.ts'
import type { LedgerConnection } from '../database/ledger-database.ts'

/** Shows what this tablet learned or named at once, until it comes back down as a document. What is known stays. */
export async function layOverDocuments(db: LedgerConnection, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.kind === 'item-learned') {
      const known = await db.items.get(fact.body.id)
      if (known && !known.deleted) continue
      const version = known?.version ?? 0
      await db.firstStock.clear()
      await db.items.put(itemRow({ id: fact.body.id, version, deleted: false, body: fact.body, local: true }))
    }
    if (fact.kind === 'pack-learned') {
      const known = await db.items.get(fact.body.itemId)
      if (!known || known.deleted) continue
      await db.firstStock.clear()
      await db.items.put(itemRow({ ...known, body: withPack(known.body, fact.body), local: true }))
    }
    if (fact.kind === 'donor-named') {
      const known = await db.donors.get(fact.body.id)
      if (known && !known.deleted) continue
      const version = known?.version ?? 0
      await db.donors.put(
        donorRow({ id: fact.body.id, version, deleted: false, body: fact.body, local: true }),
      )
    }
  }
}
