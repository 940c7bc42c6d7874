import { defineText } from '#shared/i18n/text'

export const frameText = defineText(
  { otherLanguage: 'English', demo: 'Dữ liệu mẫu, không có thật.' },
  { otherLanguage: 'Tiếng Việt', demo: 'Made-up data.' },
)
