import type { Fact } from '#shared/sync/fact'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { OutboxRow, QuarantineRow } from '../database/ledger-rows.ts'
import { countUnsent } from '../device/device-state.ts'
import { listQuarantine, listUnsent } from '../device/unsent-store.ts'
import { readNames } from '../movement/names-store.ts'
import type { KnownNames } from '../movement/place-words.ts'

export interface UnsentView {
  readonly waiting: readonly OutboxRow[]
  readonly waitingCount: number
  readonly refused: readonly QuarantineRow[]
  readonly names: KnownNames
}

/** At most so many are drawn; the count tells the rest. */
const SHOWN_MAX = 200

export async function readUnsentView(db: LedgerDatabase): Promise<UnsentView> {
  const [waiting, waitingCount, refused] = await Promise.all([
    listUnsent(db, SHOWN_MAX),
    countUnsent(db),
    listQuarantine(db),
  ])
  const facts: Fact[] = [...waiting, ...refused].map(({ fact }) => fact)
  const movements = facts.flatMap((fact) => (fact.kind === 'movement' ? [fact.body] : []))
  const packed = facts.flatMap((fact) => (fact.kind === 'pack-learned' ? [fact.body.itemId] : []))
  return { waiting, waitingCount, refused, names: await readNames(db, movements, packed) }
}
