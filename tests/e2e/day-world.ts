import { addDays, dayInVietnam, instantFromMs, type LocalDate } from '#shared/time/time'

/** What there is on the day that the test walks through: goods, case files, people. */
export const NOODLES = '8934563138165'
export const MILK = '8934673573399'
export const FISH = '8934804020006'
export const SAUCE = '8936036020373'
export const MILK_ID = `gtin:${MILK.padStart(14, '0')}`

export const CATALOGUE = `Mã vạch,Tên hàng,Tên tiếng Anh,Nhóm,Đơn vị,Đơn vị gốc,Loại hạn,Quy cách
${NOODLES},Mì Hảo Hảo tôm chua cay 75 g,Hao Hao noodles,Thực phẩm,gói,,,thùng:30
${MILK},Sữa tươi Vinamilk không đường 180 ml,Fresh milk,Cho trẻ nhỏ,hộp,,Có hạn sử dụng,
${FISH},Cá hộp Ba Cô Gái sốt cà,Canned fish,Thực phẩm,hộp,,,
`
export const CASE_FILES = `Mã hồ sơ,Nhóm,Nhóm con,Tỉnh/thành,Xã/phường,Số người,Nhu cầu,Tích,Tích đến ngày,Họ tên,Điện thoại,Địa chỉ
HS-0001,Hộ nghèo,,Hà Nội,Phường Ba Đình,4,${MILK}:12 hộp; mì gói:30 gói,,,Lê Thị Hoa,0912345678,12 ngõ Núi Trúc
HS-0002,Trẻ em,,Hà Nội,Phường Hoàn Kiếm,2,mì gói:30 gói,vàng,,Phạm Văn Tư,0987654321,3 phố Hàng Gà
HS-0003,Người cao tuổi,,Hà Nội,Phường Tây Hồ,1,mì gói:10 gói,,,Đỗ Thị Sáu,0901122334,5 làng Yên Phụ
`
export const LAN = { name: 'Nguyễn Thị Lan', pin: '274951' }
export const MINH = { name: 'Trần Quang Minh', pin: '830264' }
export const DONOR = 'Hội Chữ thập đỏ Ba Đình'
/** Whatever would tell who somebody is, or which tablet or case file it was. */
export const PRIVATE = /Hoa|Phạm|Đỗ Thị|09\d{8}|Núi Trúc|HS-000|Lan|Minh|Hằng|Chữ thập đỏ|cổng|đồng ý|lũ cuốn/

const today = dayInVietnam(instantFromMs(Date.now()))
const day = (fromToday: number): LocalDate => addDays(today, fromToday)
/** As a pack prints it: 31/12/2026. */
export const printed = (fromToday: number) => day(fromToday).split('-').reverse().join('/')
export const gs1 = (gtin: string, fromToday: number, lot: string) =>
  `01${gtin.padStart(14, '0')}17${day(fromToday).replaceAll('-', '').slice(2)}10${lot}`
