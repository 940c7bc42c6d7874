import type { MovementKind } from '#shared/movement/movement'
import type { Instant } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { MovementRow } from '../database/ledger-rows.ts'

/** The latest movements, newest first, `before` an instant for the next page; a walk along an index, never over all. */
export function readHistory(
  db: LedgerDatabase,
  {
    kind,
    before,
    limit,
  }: { readonly kind?: MovementKind; readonly before?: Instant; readonly limit: number },
): Promise<MovementRow[]> {
  const walk =
    kind === undefined
      ? before === undefined
        ? db.movements.orderBy('occurredAt')
        : db.movements.where('occurredAt').below(before)
      : db.movements.where('[kind+occurredAt]').between([kind, ''], [kind, before ?? '\uffff'], true, false)
  return walk.reverse().limit(limit).toArray()
}

export function readMovement(db: LedgerDatabase, id: string): Promise<MovementRow | undefined> {
  return db.movements.get(id)
}

/** The movements of a consignment that this tablet has: its dispatch, its delivery, what came back. */
export function readMovementsOfConsignment(
  db: LedgerDatabase,
  consignmentId: string,
): Promise<MovementRow[]> {
  return db.movements.where('movement.consignmentId').equals(consignmentId).toArray()
}

/** When goods last left for a case file, as far as this tablet knows: a dispatch that was undone does not count. */
export async function readLastDispatchTo(
  db: LedgerDatabase,
  caseFileId: string,
): Promise<MovementRow | undefined> {
  const [rows, reversals] = await Promise.all([
    db.movements.where('movement.caseFileId').equals(caseFileId).toArray(),
    db.movements.where('[kind+occurredAt]').between(['reversal', ''], ['reversal', '\uffff']).toArray(),
  ])
  const undone = new Set(reversals.map(({ movement }) => movement.reversesId))
  return rows
    .filter(({ kind, movement }) => kind === 'dispatch' && !undone.has(movement.id))
    .reduce<MovementRow | undefined>((a, b) => (a && a.occurredAt > b.occurredAt ? a : b), undefined)
}
