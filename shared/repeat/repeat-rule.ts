import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { CategorySchema, type Category } from '../item/item.ts'
import { addDays, daysBetween, LocalDateSchema, type LocalDate } from '../time/time.ts'

/** Days between two helps of one household unless the administrator says otherwise. */
export const REPEAT_DAYS = 14
export const REPEAT_DAYS_LIMITS = { min: 0, max: 365 }
const DaysSchema = v.pipe(
  v.number(),
  v.integer(),
  v.minValue(REPEAT_DAYS_LIMITS.min),
  v.maxValue(REPEAT_DAYS_LIMITS.max),
)

/** How many days must lie between two helps, for all goods and for single groups of them; 0 asks for none. */
export const RepeatRuleSchema = v.strictObject({
  days: DaysSchema,
  byGroup: v.optional(v.record(CategorySchema, v.optional(DaysSchema)), {}),
})
export type RepeatRule = v.InferOutput<typeof RepeatRuleSchema>
export const USUAL_REPEAT_RULE: RepeatRule = { days: REPEAT_DAYS, byGroup: {} }

/** Help that one case file got: the last day for a group of goods. */
export const HelpedSchema = v.strictObject({
  caseFileId: CaseFileIdSchema,
  group: CategorySchema,
  on: LocalDateSchema,
})
export type Helped = v.InferOutput<typeof HelpedSchema>

/** Who asks to be helped now, with which groups of goods, on which day in Vietnam. */
export interface HelpAsked {
  readonly caseFileId: string
  readonly groups: readonly Category[]
  readonly on: LocalDate
}

export type RepeatAnswer =
  | { readonly kind: 'open' }
  /** Helped on `on`; open again from the day `opensOn`. `elsewhere`: through another case file. */
  | {
      readonly kind: 'helped'
      readonly group: Category
      readonly on: LocalDate
      readonly opensOn: LocalDate
      readonly elsewhere: boolean
    }

export function repeatDays(rule: RepeatRule, group: Category): number {
  return rule.byGroup[group] ?? rule.days
}

/**
 * Whether help is open on a day: it is when each group's last help lies at least its days back, counted in days of
 * Vietnam. What one case file gets on one day is one help, however many consignments bring it. Of several that stand
 * in the way the one that opens last is named.
 */
export function judgeRepeat(
  helped: readonly Helped[],
  { caseFileId, groups, on }: HelpAsked,
  rule: RepeatRule,
): RepeatAnswer {
  let answer: RepeatAnswer = { kind: 'open' }
  for (const help of helped) {
    if (!groups.includes(help.group)) continue
    const isSameHelp = help.caseFileId === caseFileId && help.on === on
    const days = repeatDays(rule, help.group)
    // A clock that runs ahead puts help into the future: it is near all the same.
    if (isSameHelp || Math.abs(daysBetween(help.on, on)) >= days) continue
    const opensOn = addDays(help.on, days)
    if (answer.kind === 'helped' && answer.opensOn >= opensOn) continue
    answer = {
      kind: 'helped',
      group: help.group,
      on: help.on,
      opensOn,
      elsewhere: help.caseFileId !== caseFileId,
    }
  }
  return answer
}
