import { formatNumber } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'

/** "350 m", "2,4 km", "31 km": no more digits than a phone can know. */
export function formatDistance(metres: number, language: Language): string {
  if (metres < 1000) return `${formatNumber(Math.round(metres / 10) * 10, language)} m`
  const km = metres / 1000
  return `${formatNumber(km < 10 ? Math.round(km * 10) / 10 : Math.round(km), language)} km`
}
