import { defineText } from '../i18n/text.ts'
import type { TripState } from './trip.ts'

interface TripWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly state: Readonly<Record<TripState, string>>
}

export const tripWords = defineText(
  {
    state: { planned: 'Đang xếp', 'on-the-way': 'Đang đi', ended: 'Đã xong' },
  } satisfies TripWords,
  {
    state: { planned: 'Being prepared', 'on-the-way': 'On the way', ended: 'Ended' },
  },
)
