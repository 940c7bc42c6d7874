import { formatDay } from '../i18n/numbers.ts'
import type { Sentence } from '../i18n/text.ts'
import type { LocalDate } from '../time/time.ts'

/** Why no goods of a group may leave or be handed over yet, and from which day they may. */
export function sentenceForRepeat({
  on,
  opensOn,
  elsewhere = false,
}: {
  readonly on: LocalDate
  readonly opensOn: LocalDate
  readonly elsewhere?: boolean
}): Sentence {
  return {
    vi: `Hộ này đã nhận ngày ${formatDay(on)}${elsewhere ? ' qua một hồ sơ khác' : ''}, mở lại từ ${formatDay(opensOn)}. Giữ hàng lại đến ngày đó.`,
    en: `This household was helped on ${formatDay(on)}${elsewhere ? ' through another case file' : ''}; help is open again from ${formatDay(opensOn)}. Keep the goods until then.`,
  }
}

/** Two households gave the same phone. */
export const sentenceForSharedPhone: Sentence = {
  vi: 'Hai hồ sơ dùng chung một số điện thoại. Một người khác trong kho phải đồng ý và ghi lý do.',
  en: 'Two case files share one phone number. Somebody else of the warehouse must agree and say why.',
}
