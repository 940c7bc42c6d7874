import type { CsvColumn } from './read-csv.ts'

export type ItemColumn = 'gtin' | 'name' | 'nameEn' | 'category' | 'unit' | 'baseUnit' | 'dates' | 'packs'

/** Titles of the template; the other names are folded, as people write them. */
export const ITEM_COLUMNS: readonly CsvColumn<ItemColumn>[] = [
  {
    key: 'gtin',
    title: 'Mã vạch',
    names: [
      'ma gtin',
      'ma hang',
      'barcode',
      'bar code',
      'ean',
      'ean13',
      'ean 13',
      'upc',
      'ma vach gtin',
      'code',
    ],
    required: true,
  },
  {
    key: 'name',
    title: 'Tên hàng',
    names: [
      'ten',
      'ten mat hang',
      'mat hang',
      'hang hoa',
      'ten hang hoa',
      'item',
      'item name',
      'product name',
      'product',
    ],
    required: true,
  },
  {
    key: 'nameEn',
    title: 'Tên tiếng Anh',
    names: ['english name', 'name english', 'ten en'],
    required: false,
  },
  { key: 'category', title: 'Nhóm', names: ['nhom hang', 'loai', 'loai hang', 'danh muc'], required: false },
  { key: 'unit', title: 'Đơn vị', names: ['don vi tinh', 'dvt', 'units'], required: false },
  { key: 'baseUnit', title: 'Đơn vị gốc', names: ['don vi co so'], required: false },
  { key: 'dates', title: 'Loại hạn', names: ['han', 'kieu han', 'han dung', 'date kind'], required: false },
  { key: 'packs', title: 'Quy cách', names: ['quy cach dong goi', 'dong goi', 'pack'], required: false },
]

export const ITEM_EXAMPLES: readonly string[][] = [
  [
    '8934563138165',
    'Mì Hảo Hảo tôm chua cay 75 g',
    'Hao Hao noodles',
    'Thực phẩm',
    'gói',
    '',
    '',
    'thùng:30',
  ],
  ['8938505974194', 'Gạo ST25', 'ST25 rice', 'Lương thực', 'kg', 'gam', 'Không có hạn', ''],
]
