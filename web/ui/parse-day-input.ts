import { isLocalDate, type LocalDate } from '#shared/time/time'

/** What digits on the way to a date mean so far. */
export type DayInput =
  | { readonly kind: 'empty' }
  | { readonly kind: 'unfinished' }
  | { readonly kind: 'no-such-day' }
  | { readonly kind: 'day'; readonly day: LocalDate }

/**
 * A date as labels print it and people type it: `311226`, `31/12/26`, `31122026`, a month alone (`1226`, `122026`:
 * its last day, as a label without a day means it) or `20261231`.
 */
export function parseDayInput(text: string): DayInput {
  const trimmed = text.trim()
  if (trimmed === '') return { kind: 'empty' }
  const digits = digitsOf(trimmed)
  if (digits === undefined) return { kind: 'no-such-day' }
  const day = dayOf(digits)
  if (day) return { kind: 'day', day }
  return digits.length < 6 || digits.length === 7 ? { kind: 'unfinished' } : { kind: 'no-such-day' }
}

/** With separators each part may lack its leading zero: 1/2/27. */
function digitsOf(text: string): string | undefined {
  const parts = text.split(/[/.\-\s]+/)
  if (parts.some((part) => !/^\d*$/.test(part))) return undefined
  if (parts.length === 1) return parts[0]
  if (parts[0]!.length === 4) return parts.map((part) => part.padStart(2, '0')).join('')
  return parts
    .map((part, at) => (part === '' && at === parts.length - 1 ? '' : part.padStart(2, '0')))
    .join('')
}

function dayOf(digits: string): LocalDate | undefined {
  const part = (from: number, to: number) => digits.slice(from, to)
  switch (digits.length) {
    case 4:
      return lastDayOf(`20${part(2, 4)}`, part(0, 2))
    case 6:
      return (
        dayFrom(`20${part(4, 6)}`, part(2, 4), part(0, 2)) ??
        // 20 is no month, so a year in full cannot be mistaken for a day.
        lastDayOf(part(2, 6), part(0, 2))
      )
    case 8:
      return dayFrom(part(4, 8), part(2, 4), part(0, 2)) ?? dayFrom(part(0, 4), part(4, 6), part(6, 8))
    default:
      return undefined
  }
}

function dayFrom(year: string, month: string, date: string): LocalDate | undefined {
  const day = `${year}-${month}-${date}`
  return isLocalDate(day) ? day : undefined
}

function lastDayOf(year: string, month: string): LocalDate | undefined {
  if (!/^(0[1-9]|1[0-2])$/.test(month)) return undefined
  const last = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate()
  return dayFrom(year, month, String(last))
}
