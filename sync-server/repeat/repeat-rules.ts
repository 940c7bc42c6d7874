import { USUAL_REPEAT_RULE, type RepeatRule } from '#shared/repeat/repeat-rule'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { WriterDb } from '../database/writer-db.ts'

interface DatedRule {
  readonly fromAt: string
  readonly rule: RepeatRule
}

/** The rule in force at a moment: what was decided later does not make earlier help wrong. */
export function ruleAtOf(db: Pick<WriterDb, 'prepare'>): (at: Instant) => RepeatRule {
  const rows = db.prepare(`SELECT "fromAt", "rule" FROM "repeatRule" ORDER BY "fromAt"`).all() as {
    fromAt: string
    rule: string
  }[]
  const rules = rows.map(({ fromAt, rule }): DatedRule => ({ fromAt, rule: JSON.parse(rule) as RepeatRule }))
  return (at) => rules.findLast(({ fromAt }) => fromAt <= at)?.rule ?? USUAL_REPEAT_RULE
}

/** What devices and the desk go by now. */
export function readRepeatRule(reader: Reader): RepeatRule {
  const row = reader.get(
    reader.query.selectFrom('repeatRule').select('rule').orderBy('fromAt', 'desc').limit(1),
  )
  return row ? (JSON.parse(row.rule) as RepeatRule) : USUAL_REPEAT_RULE
}
