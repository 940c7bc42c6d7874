import type { Fact } from '#shared/sync/fact'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { OutboxRow, QuarantineRow } from '../database/ledger-rows.ts'
import { countUnsent } from '../device/device-state.ts'
import { listQuarantine, listUnsent } from '../device/unsent-store.ts'
import { readNames } from '../movement/names-store.ts'
import type { KnownNames } from '../movement/place-words.ts'
import type { PartRow } from '../database/parts-database.ts'
import { listUnsentParts } from '../part/unsent-parts-store.ts'

export interface UnsentView {
  readonly waiting: readonly OutboxRow[]
  readonly waitingCount: number
  readonly refused: readonly QuarantineRow[]
  readonly parts: { readonly waiting: readonly PartRow[]; readonly refused: readonly PartRow[] }
  readonly caseFileCodes: ReadonlyMap<string, string>
  readonly names: KnownNames
}

/** At most so many are drawn; the count tells the rest. */
const SHOWN_MAX = 200

export async function readUnsentView(db: LedgerDatabase): Promise<UnsentView> {
  const [waiting, waitingCount, refused, parts] = await Promise.all([
    listUnsent(db, SHOWN_MAX),
    countUnsent(db),
    listQuarantine(db),
    listUnsentParts(db),
  ])
  const caseFileIds = [...parts.waiting, ...parts.refused].map(({ caseFileId }) => caseFileId)
  const caseFiles = await db.caseFiles.bulkGet(caseFileIds)
  const caseFileCodes = new Map(caseFiles.flatMap((row) => (row ? [[row.id, row.body.code] as const] : [])))
  const facts: Fact[] = [...waiting, ...refused].map(({ fact }) => fact)
  const movements = facts.flatMap((fact) => (fact.kind === 'movement' ? [fact.body] : []))
  const packed = facts.flatMap((fact) => (fact.kind === 'pack-learned' ? [fact.body.itemId] : []))
  const names = await readNames(db, movements, packed)
  return { waiting, waitingCount: waitingCount + parts.waiting.length, refused, parts, caseFileCodes, names }
}
