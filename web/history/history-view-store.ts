import type { MovementId } from '#shared/movement/movement'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { MovementRow } from '../database/ledger-rows.ts'
import { readHistory, readMovement } from '../movement/history-store.ts'
import type { KnownNames } from '../movement/place-words.ts'
import { readNames } from '../movement/names-store.ts'

export interface HistoryPage {
  readonly rows: readonly MovementRow[]
  readonly names: KnownNames
  /** Ids of movements among these that something later undid. */
  readonly reversedIds: ReadonlySet<string>
  readonly more: boolean
}

export async function readHistoryPage(db: LedgerDatabase, limit: number): Promise<HistoryPage> {
  const rows = await readHistory(db, { limit: limit + 1 })
  const shown = rows.slice(0, limit)
  const reversedById = await reversals(db)
  return {
    rows: shown,
    names: await readNames(
      db,
      shown.map(({ movement }) => movement),
    ),
    reversedIds: new Set(shown.map(({ id }) => id).filter((id) => reversedById.has(id))),
    more: rows.length > limit,
  }
}

export interface HistoryDetail {
  readonly row: MovementRow
  readonly names: KnownNames
  readonly reversedById: MovementId | undefined
  /** The code of the paper that can be printed again. */
  readonly slipId: string | undefined
}

export async function readHistoryDetail(db: LedgerDatabase, id: string): Promise<HistoryDetail | undefined> {
  const row = await readMovement(db, id)
  if (!row) return undefined
  const slip = await db.slips.where('movementId').equals(id).first()
  return {
    row,
    names: await readNames(db, [row.movement]),
    reversedById: (await reversals(db)).get(id),
    slipId: slip?.id,
  }
}

/** Which movement each reversal of the window undoes. */
async function reversals(db: LedgerDatabase): Promise<ReadonlyMap<string, MovementId>> {
  const rows = await db.movements
    .where('[kind+occurredAt]')
    .between(['reversal', ''], ['reversal', '\uffff'])
    .toArray()
  return new Map(
    rows.flatMap(({ movement }) =>
      movement.reversesId === undefined ? [] : [[movement.reversesId as string, movement.id] as const],
    ),
  )
}
