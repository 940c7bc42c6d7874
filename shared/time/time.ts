import * as v from 'valibot'

/** An instant in UTC with milliseconds, `2026-11-21T02:41:07.000Z`; sorts as text. */
export const InstantSchema = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/),
  v.check((text) => isInstant(text)),
  v.brand('Instant'),
)
export type Instant = v.InferOutput<typeof InstantSchema>

/** A calendar day in Vietnam, `2026-11-21`; sorts as text. */
export const LocalDateSchema = v.pipe(
  v.string(),
  v.check((text) => isLocalDate(text)),
  v.brand('LocalDate'),
)
export type LocalDate = v.InferOutput<typeof LocalDateSchema>

const VIETNAM_OFFSET_HOURS = 7
export const HOUR_MS = 3_600_000
export const DAY_MS = 24 * HOUR_MS

export function instantFromMs(epochMs: number): Instant {
  return new Date(epochMs).toISOString() as Instant
}

export function msFromInstant(instant: Instant): number {
  return Date.parse(instant)
}

/** The day people in Vietnam call it: a UTC day is wrong until seven in the morning. */
export function dayInVietnam(instant: Instant): LocalDate {
  const utcDay = instant.slice(0, 10) as LocalDate
  return Number(instant.slice(11, 13)) + VIETNAM_OFFSET_HOURS < 24 ? utcDay : addDays(utcDay, 1)
}

export function addDays(day: LocalDate, days: number): LocalDate {
  return new Date(Date.parse(day) + days * DAY_MS).toISOString().slice(0, 10) as LocalDate
}

/** Clamped to the last day of the target month: 31 January + 1 month is 28 or 29 February. */
export function addMonths(day: LocalDate, months: number): LocalDate {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last)))
    .toISOString()
    .slice(0, 10) as LocalDate
}

export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS)
}

/** A real day of the Gregorian calendar from 2000 to 2099: what a label or a form can mean. */
export function isLocalDate(text: string): text is LocalDate {
  return /^20\d\d-\d\d-\d\d$/.test(text) && isCalendarDay(text)
}

/** By arithmetic, since it runs for every fact: a Date costs ten times as much. The shape has been checked. */
function isInstant(text: string): boolean {
  const [hour, minute, second] = [text.slice(11, 13), text.slice(14, 16), text.slice(17, 19)].map(Number)
  return isCalendarDay(text) && hour! < 24 && minute! < 60 && second! < 60
}

const DAYS_BY_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

function isCalendarDay(text: string): boolean {
  const year = Number(text.slice(0, 4))
  const month = Number(text.slice(5, 7))
  const date = Number(text.slice(8, 10))
  if (month < 1 || month > 12 || date < 1) return false
  const isLeapDay = month === 2 && date === 29
  const isLeapYear = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)
  return isLeapDay ? isLeapYear : date <= DAYS_BY_MONTH[month - 1]!
}
