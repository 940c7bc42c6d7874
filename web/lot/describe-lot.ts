import { formatDay } from '#shared/i18n/numbers'
import type { Language } from '#shared/i18n/text'
import { daysLeftIfSoon } from '#shared/lot/is-expired'
import { parseLotId, type LotId } from '#shared/lot/lot'
import { lotText } from '#shared/lot/lot-text'
import type { LocalDate } from '#shared/time/time'

export interface LotDescription {
  /** "lô L1 · HSD 31/05/2027"; empty when nothing is known. */
  readonly words: string
  /** "còn 11 ngày" when it leaves soon. */
  readonly soon?: string
}

export function describeLot(lotId: LotId, today: LocalDate, language: Language): LotDescription {
  const lot = parseLotId(lotId)
  if (!lot) return { words: '' }
  const text = lotText[language]
  const words = [
    lot.lotNumber !== undefined && text.lot(lot.lotNumber),
    lot.expiresOn !== undefined && text.expires(formatDay(lot.expiresOn)),
    lot.expiresOn === undefined &&
      lot.bestBeforeOn !== undefined &&
      text.bestBefore(formatDay(lot.bestBeforeOn)),
  ]
  const days = daysLeftIfSoon(lot, today)
  return {
    words: words.filter((word) => word !== false).join(' · '),
    ...(days !== undefined && { soon: text.daysLeft(days) }),
  }
}
