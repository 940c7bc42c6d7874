import type { Category, ItemId } from '#shared/item/item'
import { judgeRepeat, type RepeatAnswer } from '#shared/repeat/repeat-rule'
import { dayInVietnam } from '#shared/time/time'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readHouseholdHelp, type HouseholdHelp } from './household-help.ts'

/** Whether a household may be given goods of some groups today, by what this tablet knows. */
export async function judgeGroups(
  db: LedgerDatabase,
  caseFileId: string,
  groups: readonly Category[],
): Promise<RepeatAnswer> {
  return judgeToday(db, await readHouseholdHelp(db, caseFileId), caseFileId, groups)
}

/** The same for goods that are about to leave, with whether a second person has to agree. */
export async function judgeGoods(
  db: LedgerDatabase,
  caseFileId: string | undefined,
  goods: readonly { readonly itemId: ItemId }[],
): Promise<{ readonly repeat?: RepeatAnswer; readonly sharedPhone?: boolean }> {
  if (caseFileId === undefined) return {}
  const [help, groups] = await Promise.all([readHouseholdHelp(db, caseFileId), groupsOf(db, goods)])
  return { repeat: judgeToday(db, help, caseFileId, groups), sharedPhone: help.sharedPhone }
}

/** What has no description counts as other goods. */
export async function groupsOf(
  db: LedgerDatabase,
  goods: readonly { readonly itemId: ItemId }[],
): Promise<Category[]> {
  const rows = await db.items.bulkGet([...new Set(goods.map(({ itemId }) => itemId))])
  return rows.map((row) => row?.body.category ?? 'other')
}

export function judgeToday(
  db: LedgerDatabase,
  { helped, rule }: Pick<HouseholdHelp, 'helped' | 'rule'>,
  caseFileId: string,
  groups: readonly Category[],
): RepeatAnswer {
  return judgeRepeat(helped, { caseFileId, groups, on: dayInVietnam(db.now()) }, rule)
}
