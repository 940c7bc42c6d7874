import { err, ok, type Result } from '#shared/result'

/** A number of days for all, and others for single groups. */
export interface Days<Group extends string> {
  readonly days: number
  readonly byGroup: Readonly<Partial<Record<Group, number>>>
}
/** As it comes down, where a group may be named without a number. */
export type KnownDays<Group extends string> = Pick<Days<Group>, 'days'> & {
  readonly byGroup: Readonly<Partial<Record<Group, number | undefined>>>
}
export type DaysTyped<Group extends string> = Readonly<Record<Group | 'days', string>>
export interface DaysLimits {
  readonly min: number
  readonly max: number
}

/** The field that can't be read when one can't; a group that is left empty has the days of all. */
export function readDays<Group extends string>(
  typed: DaysTyped<Group>,
  groups: readonly Group[],
  limits: DaysLimits,
): Result<Days<Group>, Group | 'days'> {
  const own = groups.filter((name) => typed[name] !== '')
  const wrong = (['days', ...own] as const).find((name) => !isDays(typed[name], limits))
  if (wrong !== undefined) return err(wrong)
  const byGroup = Object.fromEntries(own.map((name) => [name, Number(typed[name])]))
  return ok({ days: Number(typed.days), byGroup: byGroup as Days<Group>['byGroup'] })
}

export function typedFromDays<Group extends string>(
  { days, byGroup }: KnownDays<Group>,
  groups: readonly Group[],
): DaysTyped<Group> {
  const own = groups.map((name) => [name, byGroup[name]?.toString() ?? ''])
  return { days: String(days), ...Object.fromEntries(own) } as DaysTyped<Group>
}

function isDays(value: string, { min, max }: DaysLimits): boolean {
  return /^\d{1,3}$/.test(value) && Number(value) >= min && Number(value) <= max
}
