import { defineText } from '../i18n/text.ts'
import type { CaseCategory, SubCategory, Tick } from './case-file.ts'

interface CaseFileWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly category: Readonly<Record<CaseCategory, string>>
  readonly subCategory: Readonly<Record<SubCategory, string>>
  readonly tick: Readonly<Record<Tick | 'expired', string>>
}

export const caseFileText = defineText(
  {
    category: {
      children: 'Trẻ em',
      elderly: 'Người cao tuổi',
      'poor-household': 'Hộ nghèo',
      'grave-illness': 'Bệnh hiểm nghèo',
      building: 'Xây dựng',
      lost: 'Thất lạc',
    },
    subCategory: {
      environment: 'Môi trường',
      house: 'Nhà ở',
      school: 'Trường học',
      library: 'Thư viện',
      'road-bridge': 'Cầu đường',
      clinic: 'Trạm y tế',
      'pagoda-church': 'Chùa, nhà thờ',
      'clean-water': 'Nước sạch',
      relative: 'Người thân',
      papers: 'Giấy tờ',
      pet: 'Vật nuôi',
      property: 'Tài sản',
    },
    tick: {
      green: 'Tích xanh',
      yellow: 'Tích vàng',
      red: 'Tích đỏ',
      expired: 'Tích xanh đã hết hạn',
    },
  } satisfies CaseFileWords,
  {
    category: {
      children: 'Children',
      elderly: 'Elderly people',
      'poor-household': 'Poor household',
      'grave-illness': 'Grave illness',
      building: 'Building',
      lost: 'Lost',
    },
    subCategory: {
      environment: 'Environment',
      house: 'House',
      school: 'School',
      library: 'Library',
      'road-bridge': 'Road or bridge',
      clinic: 'Clinic',
      'pagoda-church': 'Pagoda or church',
      'clean-water': 'Clean water',
      relative: 'Relative',
      papers: 'Papers',
      pet: 'Pet',
      property: 'Property',
    },
    tick: { green: 'Green tick', yellow: 'Yellow tick', red: 'Red tick', expired: 'Green tick, run out' },
  },
)
