import { defineText } from '#shared/i18n/text'

export const lotDialogText = defineText(
  {
    title: (item: string) => `${item}: lô và hạn`,
    lotNumber: 'Số lô (nếu có in)',
    expires: 'Hạn sử dụng',
    bestBefore: 'Dùng tốt nhất trước',
    take: 'Ghi hạn này',
    onlyLot: 'Chỉ ghi số lô, giữ hạn như cũ',
  },
  {
    title: (item) => `${item}: lot and date`,
    lotNumber: 'Lot number (if printed)',
    expires: 'Expiry date',
    bestBefore: 'Best before',
    take: 'Set this date',
    onlyLot: 'Set the lot number only',
  },
)
