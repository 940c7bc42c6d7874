import { defineText } from '#shared/i18n/text'

/** What is called what besides movements: the tablet and the desk say it in the same words. */
export const factKindText = defineText(
  {
    'item-learned': 'Mặt hàng mới',
    'pack-learned': 'Mã thùng mới',
    'donor-named': 'Nhà hảo tâm mới',
    survey: 'Khảo sát',
    handover: 'Biên bản bàn giao',
    'handover-confirmed': 'Xác nhận bổ sung',
    'handover-corrected': 'Sửa biên bản bàn giao',
  },
  {
    'item-learned': 'New item',
    'pack-learned': 'New number of a box',
    'donor-named': 'New donor',
    survey: 'Survey',
    handover: 'Handover',
    'handover-confirmed': 'Later confirmation',
    'handover-corrected': 'Correction of a handover',
  },
)
