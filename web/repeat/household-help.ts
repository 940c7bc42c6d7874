import { judgeReversals } from '#shared/finding/judge-reversals'
import type { Item } from '#shared/item/item'
import type { Movement } from '#shared/movement/movement'
import type { MarkId } from '#shared/person/mark'
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
  const [marks, deliveries, rule] = await Promise.all([
    db.marks.where('body.caseFileIds').equals(caseFileId).toArray(),
    readDeliveries(db, caseFileId),
    readRule(db),
  ])
  const known = marks.filter(({ deleted }) => !deleted).map(({ body }) => body)
  return {
    helped: [...known.flatMap(({ helped }) => helped), ...deliveries],
    sharedPhone: known.some(
      ({ kind, caseFileIds, households = caseFileIds.length }) => kind === 'phone' && households > 1,
    ),
    rule,
  }
}

/** Of whoever has one of these numbers, whichever household that is. */
export async function readHelpOfMarks(
  db: LedgerDatabase,
  marks: readonly MarkId[],
): Promise<Pick<HouseholdHelp, 'helped' | 'rule'>> {
  const [rows, rule] = await Promise.all([db.marks.bulkGet([...marks]), readRule(db)])
  return { helped: rows.flatMap((row) => (row && !row.deleted ? row.body.helped : [])), rule }
}

async function readRule(db: LedgerDatabase): Promise<RepeatRule> {
  const keys = await readMeta(db, 'keys')
  return keys?.repeat ?? USUAL_REPEAT_RULE
}

/** What a reversal took back was not given. */
async function readDeliveries(db: LedgerDatabase, caseFileId: string): Promise<Helped[]> {
  const [rows, reversals] = await Promise.all([
    db.movements.where('movement.caseFileId').equals(caseFileId).toArray(),
    db.movements.where('[kind+occurredAt]').between(['reversal', ''], ['reversal', '\uffff']).toArray(),
  ])
  const taken = reversals.map(({ movement }) => movement)
  const isUndone = (given: Movement) =>
    judgeReversals(
      given,
      taken.filter(({ reversesId }) => reversesId === given.id),
    ).some(({ fault }) => fault === undefined)
  const given = rows.filter(({ kind, movement }) => kind === 'delivery' && !isUndone(movement))
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
