import { CATEGORIES, type Category, type ItemId } from '#shared/item/item'
import type { PublicItem } from '#shared/sync/wire'
import { addDays, type LocalDate } from '#shared/time/time'
import { seededRandom } from '../../scripts/demo/seeded-random.ts'

/** What a relief warehouse holds: names as on packs, each in a few makes and sizes. */
const NAMES: Readonly<Record<Category, string>> = {
  staple:
    'Gạo tẻ thơm|Gạo nếp cái hoa vàng|Gạo lứt huyết rồng|Bột mì đa dụng|Bún khô|Miến dong|Phở khô|Khoai lang sấy|Đậu xanh cà vỏ|Đậu đen xanh lòng|Ngô hạt',
  food: 'Mì tôm chua cay|Cháo ăn liền thịt bằm|Cá hộp sốt cà|Thịt hộp|Nước mắm|Dầu ăn đậu nành|Muối i-ốt|Đường kính trắng|Lương khô|Chả bông thịt heo|Bánh quy bơ',
  drink:
    'Nước tinh khiết|Sữa tươi tiệt trùng|Sữa đậu nành|Trà xanh|Nước khoáng|Nước bù điện giải|Sữa đặc có đường|Nước ép táo|Nước dừa|Cà phê hòa tan|Trà gừng',
  baby: 'Sữa bột cho trẻ 6–12 tháng|Tã dán cỡ M|Tã quần cỡ L|Bột ăn dặm gạo sữa|Bình sữa 240 ml|Khăn ướt em bé|Phấn rôm|Cháo dinh dưỡng|Núm vú giả|Yếm ăn dặm|Sữa tắm gội trẻ em',
  hygiene:
    'Xà phòng cục|Dầu gội đầu|Kem đánh răng|Bàn chải đánh răng|Băng vệ sinh ban ngày|Nước rửa tay|Bột giặt|Giấy vệ sinh|Nước lau sàn|Khăn mặt cotton|Dao cạo râu',
  medical:
    'Khẩu trang y tế 4 lớp|Cồn 70 độ|Bông băng gạc|Thuốc hạ sốt paracetamol|Oresol cam|Dầu gió xanh|Nhiệt kế điện tử|Găng tay y tế|Nước muối sinh lý|Viên lọc nước|Máy đo huyết áp',
  clothing:
    'Áo khoác gió người lớn|Áo ấm trẻ em|Quần thun nam|Áo mưa bộ|Dép tổ ong|Tất len|Mũ len|Ủng cao su|Khăn quàng cổ|Áo sơ mi học sinh|Đồ bộ người già',
  bedding:
    'Chăn lông cừu|Màn tuyn đôi|Chiếu cói|Gối nằm|Đệm xốp gấp|Ga trải giường|Túi ngủ|Chăn dạ hành quân|Chiếu trúc|Võng dù|Màn chụp trẻ em',
  household:
    'Nồi nhôm có nắp|Bếp ga mini|Chảo chống dính|Bát sứ|Thùng nhựa có nắp|Đèn pin sạc|Bình đun siêu tốc|Phích nước|Dao làm bếp|Xô nhựa|Bật lửa ga',
  school:
    'Vở kẻ ngang 96 trang|Bút bi xanh|Cặp sách học sinh|Bộ sách giáo khoa lớp 5|Hộp bút màu|Thước kẻ 20 cm|Bảng con viết phấn|Balo học sinh|Máy tính bỏ túi|Giấy kiểm tra|Đèn bàn học',
  building:
    'Tôn lạnh 0,4 mm|Xi măng PCB40|Đinh 5 cm|Dây thép buộc|Bạt che mưa|Ống nhựa phi 90|Cọc tre|Keo dán ống|Ván ép|Gạch block|Sơn chống thấm',
  other:
    'Túi nilon lớn|Pin tiểu|Dây thừng|Áo phao cứu sinh|Nến cây|Sạc dự phòng|Ô che mưa|Loa cầm tay|Bao tải dứa|Băng keo trong|Xuồng hơi',
}
const MAKES = [
  'Hoa Sen',
  'Sông Hồng',
  'Bình Minh',
  'An Phú',
  'Trường Sơn',
  'Mai Vàng',
  'Tân Việt',
  'Đồng Tâm',
]
const SIZES = ['loại 1', 'gói 500 g', 'hộp lớn', 'túi 5 kg', 'chai 1,5 l', 'cỡ vừa', 'lốc 4', 'bộ 3']
const UNITS: Readonly<Record<Category, readonly string[]>> = {
  staple: ['kg', 'gói', 'bao'],
  food: ['gói', 'hộp', 'chai', 'kg'],
  drink: ['chai', 'hộp', 'lít', 'lon'],
  baby: ['hộp', 'gói', 'cái'],
  hygiene: ['cái', 'chai', 'gói', 'cuộn'],
  medical: ['hộp', 'chai', 'gói', 'vỉ'],
  clothing: ['cái', 'bộ', 'đôi'],
  bedding: ['cái', 'chiếc'],
  household: ['cái', 'bộ'],
  school: ['quyển', 'cái', 'bộ', 'hộp'],
  building: ['tấm', 'bao', 'kg', 'cái'],
  other: ['cái', 'gói', 'cuộn'],
}

/** As many items as asked for, with figures that look like a year's work. The same every time. */
export function largeCatalogue(count: number, today: LocalDate): PublicItem[] {
  const random = seededRandom(4)
  const below = (limit: number) => Math.floor(random() * limit)
  return Array.from({ length: count }, (_, index) => {
    const category = CATEGORIES[index % CATEGORIES.length]!
    const names = NAMES[category].split('|')
    const name = `${names[Math.floor(index / 12) % names.length]} ${MAKES[below(MAKES.length)]} ${SIZES[below(SIZES.length)]}`
    const unit = UNITS[category][below(UNITS[category].length)]!
    const baseUnit = unit === 'kg' ? 'gram' : unit === 'lít' ? 'millilitre' : 'piece'
    const size = baseUnit === 'piece' ? 1 : 500
    const received = (200 + below(40_000)) * size
    const dispatched = below(received / size) * size
    const delivered = below(dispatched / size + 1) * size
    const keeps = ['clothing', 'bedding', 'household', 'school', 'building', 'other'].includes(category)
    return {
      itemId: `gtin:0893${String(below(1e10)).padStart(10, '0')}` as ItemId,
      name,
      nameEn: `${category} ${index}`,
      category,
      baseUnit,
      unit,
      inStock: received - dispatched,
      inTransit: dispatched - delivered,
      received,
      dispatched,
      delivered,
      nextExpiryOn: keeps ? null : addDays(today, below(700) - 10),
      inQuestion: random() < 0.03,
    }
  })
}
