import type { Item } from '#shared/item/item'
import { USUAL_REPEAT_RULE, type Helped, type RepeatRule } from '#shared/repeat/repeat-rule'
import { dayInVietnam } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta } from '../database/meta-store.ts'

/** What this tablet knows of help that one household got, without knowing who it is. */
export interface HouseholdHelp {
  readonly helped: readonly Helped[]
  /** Another case file gave the same phone. */
  readonly sharedPhone: boolean
  readonly rule: RepeatRule
}

/** By the marks of the household, and by deliveries of this warehouse that the server has not told of yet. */
export async function readHouseholdHelp(db: LedgerDatabase, caseFileId: string): Promise<HouseholdHelp> {
  const [marks, deliveries, keys] = await Promise.all([
    db.marks.where('body.caseFileIds').equals(caseFileId).toArray(),
    readDeliveries(db, caseFileId),
    readMeta(db, 'keys'),
  ])
  const known = marks.filter(({ deleted }) => !deleted).map(({ body }) => body)
  return {
    helped: [...known.flatMap(({ helped }) => helped), ...deliveries],
    sharedPhone: known.some(
      ({ kind, caseFileIds, households = caseFileIds.length }) => kind === 'phone' && households > 1,
    ),
    rule: keys?.repeat ?? USUAL_REPEAT_RULE,
  }
}

async function readDeliveries(db: LedgerDatabase, caseFileId: string): Promise<Helped[]> {
  const rows = await db.movements.where('movement.caseFileId').equals(caseFileId).toArray()
  const given = rows.filter(({ kind }) => kind === 'delivery')
  const itemIds = [...new Set(given.flatMap(({ movement }) => movement.lines.map(({ itemId }) => itemId)))]
  const items = await db.items.bulkGet(itemIds)
  const itemById = new Map<string, Item | undefined>(itemIds.map((id, index) => [id, items[index]?.body]))
  return given.flatMap(({ occurredAt, movement }) =>
    movement.lines.map(({ itemId }): Helped => ({
      caseFileId: caseFileId as Helped['caseFileId'],
      group: itemById.get(itemId)?.category ?? 'other',
      on: dayInVietnam(occurredAt),
    })),
  )
}
