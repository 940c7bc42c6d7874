import * as v from 'valibot'
import { TICK_DAYS, type CaseCategory } from '#shared/case-file/case-file'
import { TickDaysSchema, type TickDays } from '#shared/desk/desk-setting-wire'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { WriterDb } from '../database/writer-db.ts'

const TICK_DAYS_NAME = 'tick-days'

export function putSetting(
  db: WriterDb,
  setting: {
    readonly name: string
    readonly value: string
    readonly changedAt: Instant
    readonly changedBy: string | null
  },
): void {
  db.run(
    db.query
      .insertInto('setting')
      .values(setting)
      .onConflict((conflict) => conflict.column('name').doUpdateSet(setting)),
  )
}

/** How long a green tick holds, by category; an administrator's word, else 90 days. */
export function readTickDays(db: Pick<Reader, 'query' | 'get'>): TickDays {
  const row = db.get(db.query.selectFrom('setting').select('value').where('name', '=', TICK_DAYS_NAME))
  return row ? v.parse(TickDaysSchema, JSON.parse(row.value)) : { days: TICK_DAYS, byCategory: {} }
}

export function daysOf({ days, byCategory }: TickDays, category: CaseCategory): number {
  return byCategory[category] ?? days
}

export function tickDaysSetting(value: TickDays, changedBy: string, changedAt: Instant) {
  return { name: TICK_DAYS_NAME, value: JSON.stringify(value), changedAt, changedBy }
}
