import { isLocalDate, type LocalDate } from '../time/time.ts'

/**
 * The day that six digits of an element string mean. Day 00 is the last day of the month; the century
 * is the one that brings the year nearest to today (GS1 General Specifications 7.12: 50 years ahead,
 * 49 back). Undefined when the calendar has no such day, or none that goods of today can carry.
 */
export function dayFromGs1(yymmdd: string, today: LocalDate): LocalDate | undefined {
  const match = /^(\d\d)(\d\d)(\d\d)$/.exec(yymmdd)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  const thisYear = Number(today.slice(0, 4))
  const distance = year - (thisYear % 100)
  const century = Math.floor(thisYear / 100) + (distance >= 51 ? -1 : distance <= -50 ? 1 : 0)
  const fullYear = century * 100 + year
  const lastDay = new Date(Date.UTC(fullYear, month, 0)).getUTCDate()
  const text = `${fullYear}-${match[2]}-${String(day === 0 ? lastDay : day).padStart(2, '0')}`
  return isLocalDate(text) ? text : undefined
}
