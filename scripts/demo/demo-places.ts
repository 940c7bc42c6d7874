/** Made-up people and places of the demo: nobody of these names works anywhere. */
export const DEMO_WAREHOUSES = [
  { code: 'DN', name: 'Kho Đà Nẵng', devices: ['Máy bảng cửa chính', 'Máy đội giao'] },
  { code: 'HT', name: 'Kho Hà Tĩnh', devices: ['Máy bảng kho lớn', 'Máy bảng dự phòng'] },
  { code: 'LC', name: 'Kho Lào Cai', devices: ['Máy bảng kho chợ'] },
] as const

/** Of those who go out from the first warehouse. */
export const DEMO_TEAM_DEVICES = ['Điện thoại xác minh', 'Điện thoại đội giao', 'Máy bảng sân hàng'] as const

export const DEMO_SHELVES = [
  { code: 'A1', name: 'Lương thực, dưới đất' },
  { code: 'A2', name: 'Thực phẩm khô' },
  { code: 'B1', name: 'Nước và sữa' },
  { code: 'B2', name: 'Vệ sinh, y tế' },
  { code: 'C1', name: 'Quần áo, chăn màn' },
  { code: 'C2', name: 'Đồ cồng kềnh' },
] as const

/** The shelf of each kind of goods, by its place in the list above. */
export const SHELF_BY_CATEGORY = {
  staple: 0,
  food: 1,
  drink: 2,
  baby: 2,
  hygiene: 3,
  medical: 3,
  clothing: 4,
  bedding: 4,
  household: 5,
  school: 4,
  building: 5,
  other: 5,
} as const

export const DEMO_SIGN_IN = { userName: 'demo', password: 'dung-thu-4d' } as const
export const DEMO_PIN = '482915'
/** The second person, for goods that leave although the tick is yellow; and whoever visits households. */
export const DEMO_SECOND_PIN = '735206'

export const DEMO_DONORS = [
  'Công ty Lúa Vàng',
  'Siêu thị Sao Mai',
  'Nhóm bếp Nắng Ấm',
  'Chùa Phước Điền',
  'Giáo xứ Hòa Lạc',
  'Hội khuyến học Trường Xanh',
  'Xưởng may Kim Chỉ',
  'Nhà thuốc Tâm An',
  'Câu lạc bộ xe tải Bốn Phương',
] as const

/** Communes that autumn storms and cold reach; by name, since the tables of the country know their codes. */
export const DEMO_PROVINCES = [
  'Đà Nẵng',
  'Quảng Trị',
  'Hà Tĩnh',
  'Nghệ An',
  'Lào Cai',
  'Tuyên Quang',
] as const
