import { defineText } from '#shared/i18n/text'

export const missingPageText = defineText(
  {
    title: 'Không có trang này',
    says: 'Có thể địa chỉ gõ sai, hoặc trang đã dời đi. Số liệu kho vẫn còn nguyên.',
    home: 'Xem kho đang có gì',
    app: 'Vào ứng dụng kho',
  },
  {
    title: 'There is no such page',
    says: 'The address may be mistyped, or the page has moved. Nothing of the warehouse is lost.',
    home: 'See what the warehouse has',
    app: 'Open the warehouse app',
  },
)
