import { checkDigitOf } from '#shared/gs1/check-digit'
import { baseUnitOf } from '#shared/item/learn-item'
import type { Category, Gtin, Item, ItemId } from '#shared/item/item'

/** One kind of goods of the demo, and how it usually comes and goes. */
export interface DemoItem {
  readonly item: Item
  /** Base units of one usual intake and of one household's usual share. */
  readonly intakeQuantity: number
  readonly shareQuantity: number
  /** 0 for goods that keep. */
  readonly shelfMonths: number
}

/** category | name | English | unit | pieces in a thùng | one intake | one share | months it keeps; made up, with numbers that no shop uses. */
const LINES = `
staple|Gạo tẻ thơm|Fragrant rice|kg|25|400|10|0
staple|Gạo nếp|Sticky rice|kg|10|120|3|0
staple|Gạo lứt|Brown rice|kg|5|80|3|12
staple|Bột mì|Wheat flour|kg|10|90|2|9
staple|Bún khô 500 g|Dried rice noodles 500 g|gói|30|180|4|12
staple|Miến dong 400 g|Canna vermicelli 400 g|gói|40|120|3|12
staple|Ngô hạt|Maize|kg|20|160|5|0
food|Mì gói chua cay|Hot and sour instant noodles|gói|30|900|15|6
food|Cháo gói thịt bằm|Instant porridge with minced pork|gói|50|400|8|6
food|Cá hộp sốt cà 155 g|Canned fish in tomato sauce|hộp|24|240|6|24
food|Thịt hộp 170 g|Canned meat 170 g|hộp|24|240|4|24
food|Nước mắm 500 ml|Fish sauce 500 ml|chai|12|120|1|18
food|Dầu ăn 1 lít|Cooking oil 1 l|chai|12|144|1|12
food|Muối i-ốt 500 g|Iodised salt 500 g|gói|50|150|2|24
food|Đường trắng|White sugar|kg|12|96|1|24
food|Lương khô 70 g|Ration biscuits 70 g|gói|100|500|10|18
food|Đậu xanh|Mung beans|kg|10|60|1|10
drink|Nước tinh khiết 500 ml|Drinking water 500 ml|chai|24|960|12|12
drink|Nước tinh khiết bình 19 lít|Drinking water, 19 l can|bình|1|60|1|6
drink|Sữa tươi tiệt trùng 180 ml|UHT milk 180 ml|hộp|48|480|12|6
drink|Sữa đậu nành 200 ml|Soy milk 200 ml|hộp|36|360|6|5
drink|Nước bù điện giải 330 ml|Electrolyte drink 330 ml|chai|24|192|3|12
baby|Sữa bột trẻ 6–12 tháng 400 g|Infant formula 6–12 months 400 g|hộp|12|72|2|12
baby|Tã dán cỡ M|Nappies, size M|gói|8|64|2|0
baby|Tã quần cỡ L|Nappy pants, size L|gói|8|64|2|0
baby|Bột ăn dặm gạo sữa 200 g|Baby cereal 200 g|hộp|24|72|2|9
baby|Bình sữa 240 ml|Feeding bottle 240 ml|cái|24|48|1|0
baby|Khăn ướt 80 tờ|Wet wipes, 80|gói|24|96|2|24
hygiene|Xà phòng cục 90 g|Soap bar 90 g|bánh|72|288|3|36
hygiene|Dầu gội 180 ml|Shampoo 180 ml|chai|24|96|1|36
hygiene|Kem đánh răng 180 g|Toothpaste 180 g|tuýp|36|144|1|36
hygiene|Bàn chải đánh răng|Toothbrush|cái|72|288|3|0
hygiene|Băng vệ sinh ban ngày|Sanitary pads|gói|48|192|2|36
hygiene|Giấy vệ sinh|Toilet paper|cuộn|60|240|4|0
hygiene|Bột giặt 800 g|Washing powder 800 g|gói|15|90|1|36
medical|Khẩu trang y tế 4 lớp|Medical masks|hộp|50|200|1|36
medical|Oresol cam|Oral rehydration salts|gói|20|400|6|24
medical|Thuốc hạ sốt paracetamol 500 mg|Paracetamol 500 mg|vỉ|10|200|1|24
medical|Cồn 70 độ 500 ml|Alcohol 70 % 500 ml|chai|24|72|1|24
medical|Bông băng gạc|Gauze and bandages|gói|50|150|1|36
medical|Viên lọc nước|Water purification tablets|hộp|20|80|1|24
clothing|Áo khoác gió người lớn|Windbreaker, adult|cái|0|90|2|0
clothing|Áo ấm trẻ em|Warm jacket, child|cái|0|80|2|0
clothing|Áo mưa bộ|Rain suit|bộ|20|100|2|0
clothing|Ủng cao su|Rubber boots|đôi|0|60|2|0
clothing|Tất len|Woollen socks|đôi|0|150|4|0
bedding|Chăn lông cừu|Fleece blanket|cái|0|80|2|0
bedding|Màn tuyn đôi|Double mosquito net|cái|10|60|1|0
bedding|Chiếu cói|Sedge mat|cái|0|60|1|0
household|Nồi nhôm có nắp|Aluminium pot with lid|cái|0|36|1|0
household|Đèn pin sạc|Rechargeable torch|cái|20|60|1|0
household|Thùng nhựa có nắp 60 lít|Plastic bin with lid 60 l|cái|0|30|1|0
household|Bếp ga mini|Portable gas stove|cái|6|24|1|0
school|Vở kẻ ngang 96 trang|Notebook, 96 pages|quyển|120|600|10|0
school|Bút bi xanh|Blue ballpoint|cái|20|400|5|0
school|Cặp sách học sinh|School bag|cái|0|50|1|0
school|Bộ sách giáo khoa lớp 5|Textbooks, grade 5|bộ|0|40|1|0
building|Tôn lạnh 0,4 mm|Steel roofing 0.4 mm|tấm|0|120|12|0
building|Xi măng PCB40 bao 50 kg|Cement PCB40, 50 kg|bao|0|150|15|0
building|Bạt che mưa 4 × 6 m|Tarpaulin 4 × 6 m|tấm|0|60|1|0
other|Áo phao cứu sinh|Life jacket|cái|0|40|1|0
other|Túi nilon lớn|Large plastic bags|cuộn|20|60|1|0`

/** Clothes, bedding and the like come without a barcode: they carry a label of our own. */
const WITHOUT_BARCODE: readonly Category[] = ['clothing', 'bedding', 'building']

type Line = [Category, string, string, string, string, string, string, string]

export const DEMO_ITEMS: readonly DemoItem[] = LINES.trim().split('\n').map(readLine)

function readLine(line: string, index: number): DemoItem {
  const [category, name, nameEn, unit, packed, intake, share, months] = line.split('|') as Line
  const baseUnit = baseUnitOf(unit)
  const size = baseUnit === 'piece' ? 1 : 1000
  const number = String(index + 1).padStart(3, '0')
  const gtin = WITHOUT_BARCODE.includes(category) ? undefined : gtinOf(`0893000000${number}`)
  const shelfMonths = Number(months)
  return {
    item: {
      id: (gtin ? `gtin:${gtin}` : `item:4d-${number}`) as ItemId,
      ...(gtin && { gtin }),
      name,
      nameEn,
      category,
      baseUnit,
      unit,
      packs:
        Number(packed) > 1
          ? [
              {
                ...(gtin && { gtin: gtinOf(`1893000000${number}`) }),
                unit: 'thùng',
                quantity: Number(packed) * size,
              },
            ]
          : [],
      dates: shelfMonths > 0 ? 'expiry' : 'none',
    },
    intakeQuantity: Number(intake) * size,
    shareQuantity: Number(share) * size,
    shelfMonths,
  }
}

function gtinOf(thirteenDigits: string): Gtin {
  return `${thirteenDigits}${checkDigitOf(thirteenDigits)}` as Gtin
}
