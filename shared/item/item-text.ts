import { defineText } from '../i18n/text.ts'
import type { BaseUnit, Category, Item } from './item.ts'

interface ItemWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly category: Readonly<Record<Category, string>>
  readonly baseUnit: Readonly<Record<BaseUnit, string>>
  readonly dates: Readonly<Record<Item['dates'], string>>
}

export const itemText = defineText(
  {
    category: {
      staple: 'Lương thực',
      food: 'Thực phẩm',
      drink: 'Nước uống',
      baby: 'Cho trẻ nhỏ',
      hygiene: 'Vệ sinh',
      medical: 'Y tế',
      clothing: 'Quần áo',
      bedding: 'Chăn màn',
      household: 'Đồ gia dụng',
      school: 'Đồ dùng học tập',
      building: 'Vật liệu xây dựng',
      other: 'Khác',
    },
    baseUnit: { piece: 'cái', gram: 'gam', millilitre: 'mililít' },
    dates: {
      expiry: 'Có hạn sử dụng',
      'best-before': 'Ghi “dùng tốt nhất trước”',
      none: 'Không có hạn',
    },
  } satisfies ItemWords,
  {
    category: {
      staple: 'Staples',
      food: 'Food',
      drink: 'Drinks',
      baby: 'For babies',
      hygiene: 'Hygiene',
      medical: 'Medical',
      clothing: 'Clothing',
      bedding: 'Bedding',
      household: 'Household',
      school: 'School',
      building: 'Building',
      other: 'Other',
    },
    baseUnit: { piece: 'piece', gram: 'gram', millilitre: 'millilitre' },
    dates: { expiry: 'Has an expiry date', 'best-before': 'Says “best before”', none: 'No date' },
  },
)
