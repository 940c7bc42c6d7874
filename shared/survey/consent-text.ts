import { defineText } from '../i18n/text.ts'

/** Goes up with every change of the words, so that each household's consent says to which it was given. */
export const VISIT_CONSENT_VERSION = 'visit-2026-11'

/** Short enough to be read aloud at a door. */
export const consentText = defineText(
  {
    title: 'Đọc cho người dân nghe',
    words:
      'Chúng tôi ghi tên, số giấy tờ, điện thoại, nơi ở và ảnh nhà để xác minh và giúp đúng người. Chỉ người xác minh và người giao hàng của hội được xem; không ai đăng tên hay ảnh của gia đình. Gia đình có thể xem, sửa hoặc xóa bất cứ lúc nào, và không phải trả tiền gì. Gia đình có đồng ý không?',
    readAloud: 'Đã đọc, gia đình đồng ý',
    signed: 'Gia đình đã ký giấy đồng ý',
  },
  {
    title: 'Read this to them',
    words:
      'We note names, ID numbers, phone, home and pictures of the house, to make sure that help reaches the right people. Only our verifiers and couriers may see them; nobody publishes your name or picture. You may see, correct or erase them at any time, and nothing costs money. Do you agree?',
    readAloud: 'Read to them, they agree',
    signed: 'They have signed a paper',
  },
)
