import { defineText } from '#shared/i18n/text'

export const rulesText = defineText(
  {
    title: 'Quy tắc',
    repeat: 'Khoảng cách giữa hai lần giúp',
    repeatHint:
      'Một hộ, dù có mấy hồ sơ, chỉ nhận lại cùng nhóm hàng sau số ngày này. Số 0 là không giới hạn. Từ lúc lưu mới tính, những lần trước giữ nguyên.',
    days: 'Số ngày, mọi nhóm hàng',
    group: (name: string) => `${name}: số ngày`,
    groups: 'Riêng từng nhóm hàng',
    groupsHint: 'Để trống là theo số ngày chung.',
    notWhole: 'Ghi một số từ 0 đến 365.',
    saved: 'Đã lưu. Các máy nhận quy tắc mới ở lần liên lạc sau.',
    adminOnly: 'Chỉ người quản trị đổi được quy tắc.',
    tickTitle: 'Tích xanh giữ bao lâu',
    tickSays: 'Sau số ngày này phải khảo sát lại. Để trống một nhóm thì theo số ngày chung.',
    tickDays: 'Số ngày chung',
    tickNotWhole: 'Số ngày là số nguyên từ 1 đến 730.',
  },
  {
    title: 'Rules',
    repeat: 'Days between two helps',
    repeatHint:
      'A household, however many case files it has, gets the same group of goods again only after so many days. 0 sets no limit. It counts from the moment it is saved; what was before stays.',
    days: 'Days, for all groups',
    group: (name) => `${name}: days`,
    groups: 'Single groups of goods',
    groupsHint: 'Left empty, the days above count.',
    notWhole: 'Write a number from 0 to 365.',
    saved: 'Saved. The devices get the new rule at their next contact.',
    adminOnly: 'Only an administrator changes rules.',
    tickTitle: 'How long a green tick holds',
    tickSays: 'After so many days somebody has to survey again. Left empty, a group has the days of all.',
    tickDays: 'Days for all',
    tickNotWhole: 'The days are a whole number from 1 to 730.',
  },
)
