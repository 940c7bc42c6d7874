import type { Fact } from '#shared/sync/fact'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'
import { exportParts, type ExportedPart } from '../part/unsent-parts-store.ts'

export interface UnsentExport {
  readonly deviceId: string | undefined
  readonly warehouseId: string | undefined
  readonly exportedAt: string
  /** Never taken by the server, in the order they were made. */
  readonly facts: readonly Fact[]
  /** Sent back by the server and not voided. */
  readonly refused: readonly Fact[]
  /** Pictures and other parts, sealed, that the server does not have or could not take. */
  readonly parts: readonly ExportedPart[]
}

/** Everything that only this tablet has. The token stays behind: the file may pass through many hands. */
export async function exportUnsent(db: LedgerDatabase): Promise<UnsentExport> {
  const [identity, outbox, quarantine, parts] = await Promise.all([
    readMeta(db, 'identity'),
    db.outbox.where('unsentSeq').above(0).sortBy('deviceSeq'),
    db.quarantine.orderBy('deviceSeq').toArray(),
    exportParts(db),
  ])
  return {
    deviceId: identity?.deviceId,
    warehouseId: identity?.warehouseId,
    exportedAt: db.now(),
    facts: outbox.map(({ fact }) => fact),
    refused: quarantine.filter(({ voided }) => !voided).map(({ fact }) => fact),
    parts,
  }
}
