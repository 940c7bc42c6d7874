import type { Fact } from '#shared/sync/fact'
import type { LedgerConnection } from '../database/ledger-database.ts'

/** Keeps what this device said of its handovers beside each other, for who comes back to one. Safe to repeat. */
export async function layHandovers(db: LedgerConnection, facts: readonly Fact[]): Promise<void> {
  for (const fact of facts) {
    if (fact.kind === 'handover') {
      const { id, consignmentId, tripId } = fact.body
      const known = await db.handovers.get(id)
      await db.handovers.put({
        id,
        consignmentId,
        ...(tripId !== undefined && { tripId }),
        handover: fact.body,
        confirmed: known?.confirmed ?? [],
        corrected: known?.corrected ?? [],
      })
    }
    if (fact.kind === 'handover-confirmed') {
      const row = await db.handovers.get(fact.body.handoverId)
      if (row) await db.handovers.put({ ...row, confirmed: withOne(row.confirmed, fact.body) })
    }
    if (fact.kind === 'handover-corrected') {
      const row = await db.handovers.get(fact.body.correctsId)
      if (row) await db.handovers.put({ ...row, corrected: withOne(row.corrected, fact.body) })
    }
  }
}

function withOne<Note extends { readonly id: string }>(notes: readonly Note[], note: Note): Note[] {
  return [...notes.filter(({ id }) => id !== note.id), note]
}
