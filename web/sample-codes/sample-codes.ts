import type { Item } from '#shared/item/item'
import type { Location } from '#shared/location/location'
import { shelfLabel } from '#shared/location/shelf-label'
import { addDays, type LocalDate } from '#shared/time/time'

export type SampleSymbol = 'ean13' | 'qr' | 'datamatrix'

/** A code to scan from a second screen, and what is to come of it. */
export interface SampleCode {
  readonly symbol: SampleSymbol
  /** What the reader hands over; the element string in brackets for a GS1 symbol. */
  readonly text: string
  readonly group: 'known' | 'unknown' | 'with-dates' | 'labels'
  readonly about: string
}

/** Real numbers from shelves in Vietnam, for goods that this warehouse may not have met. */
const OTHER_GOODS = [
  ['8934561010074', 'Phở thịt bò'],
  ['8934561110026', 'Miến cua ăn liền'],
  ['8934560369425', 'Cá ngừ'],
  ['8932514139018', 'Bún khô'],
] as const

const KNOWN_MAX = 4
const SHELVES_MAX = 3

export interface KnownHere {
  readonly items: readonly Item[]
  readonly shelves: readonly Location[]
  readonly today: LocalDate
}

/** Codes for every answer a scan can give: taken, not known, with lot and dates, expired, a shelf. */
export function sampleCodes({ items, shelves, today }: KnownHere): SampleCode[] {
  // Goods counted by the piece first: the first scan of a newcomer adds a line without asking for a weight.
  const retail = items
    .filter(({ gtin }) => gtin?.startsWith('0'))
    .sort((a, b) => Number(b.baseUnit === 'piece') - Number(a.baseUnit === 'piece'))
  const known = retail.slice(0, KNOWN_MAX)
  const gtins = new Set(retail.map(({ gtin }) => gtin as string))
  const unknown = OTHER_GOODS.filter(([digits]) => !gtins.has(`0${digits}`))
  const gtin = known[0]?.gtin ?? `0${OTHER_GOODS[0][0]}`
  const name = known[0]?.name ?? OTHER_GOODS[0][1]
  return [
    ...known.map((item): SampleCode => ({
      symbol: 'ean13',
      text: item.gtin!.slice(1),
      group: 'known',
      about: item.name,
    })),
    ...unknown.map(([digits, about]): SampleCode => ({
      symbol: 'ean13',
      text: digits,
      group: 'unknown',
      about,
    })),
    withDates('qr', digitalLink(gtin, 'L0326', addDays(today, 180)), `${name} · L0326`),
    withDates('datamatrix', elementString(gtin, 'L0901', addDays(today, 20)), `${name} · L0901`),
    withDates('datamatrix', elementString(gtin, 'L0111', addDays(today, -20)), `${name} · L0111`),
    ...shelves.slice(0, SHELVES_MAX).flatMap((shelf): SampleCode[] => {
      const label = shelfLabel(shelf.id)
      return label === undefined ? [] : [{ symbol: 'qr', text: label, group: 'labels', about: shelf.code }]
    }),
  ]
}

function withDates(symbol: SampleSymbol, text: string, about: string): SampleCode {
  return { symbol, text, group: 'with-dates', about }
}

function digitalLink(gtin: string, lotNumber: string, expiresOn: LocalDate): string {
  return `https://id.gs1.org/01/${gtin}/10/${lotNumber}?17=${sixDigits(expiresOn)}`
}

function elementString(gtin: string, lotNumber: string, expiresOn: LocalDate): string {
  return `(01)${gtin}(17)${sixDigits(expiresOn)}(10)${lotNumber}`
}

function sixDigits(day: LocalDate): string {
  return day.slice(2).replaceAll('-', '')
}
