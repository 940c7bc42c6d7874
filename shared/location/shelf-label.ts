import { formatOwnLabel } from '../gs1/own-label.ts'
import type { LocationId } from './location.ts'

/** `shelf:<warehouse number>.<shelf number>` as a printed label; undefined for a shelf whose id was not made by the server. */
export function shelfLabel(id: LocationId): string | undefined {
  const [, warehouse, shelf] = /^shelf:(\d{1,4})\.(\d{1,4})$/.exec(id) ?? []
  if (warehouse === undefined || shelf === undefined) return undefined
  return formatOwnLabel({ family: 'shelf', digits: warehouse.padStart(4, '0') + shelf.padStart(4, '0') })
}

/** The shelf that a label of the family `shelf` stands for. */
export function shelfFromLabelDigits(digits: string): LocationId | undefined {
  if (!/^\d{8}$/.test(digits)) return undefined
  return `shelf:${Number(digits.slice(0, 4))}.${Number(digits.slice(4))}` as LocationId
}
