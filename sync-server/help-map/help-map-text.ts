import { defineText } from '#shared/i18n/text'

export const helpMapText = defineText(
  {
    title: 'Nơi đang cần giúp',
    what: 'Số hộ đang chờ được giúp, theo tỉnh và xã. Không có tên ai, không có nhà nào.',
    merged: 'Nơi có ít hơn năm hộ được gộp lên trên, để không ai bị nhận ra.',
    place: 'Nơi',
    sign: { green: 'Đã xác minh', yellow: 'Đang xác minh', waiting: 'Chờ xác minh' },
    rest: { provinces: 'Các tỉnh khác', communes: 'Các xã khác' },
    communes: (province: string) => `${province}: từng xã, phường`,
    back: 'Cả nước',
    home: 'Kho Vật Phẩm 4Đ',
    none: 'Chưa có nơi nào đủ năm hộ để hiện ở đây.',
    asOf: (clock: string) => `Số liệu lúc ${clock}`,
    ask: 'Gia đình bạn, hoặc nhà hàng xóm, cần giúp?',
    otherLanguage: 'English',
  },
  {
    title: 'Where help is needed',
    what: 'How many households wait for help, by province and commune. Nobody’s name and no house is here.',
    merged: 'Places with fewer than five are counted one level up, so that nobody can be recognised.',
    place: 'Place',
    sign: { green: 'Verified', yellow: 'Being verified', waiting: 'Waiting to be verified' },
    rest: { provinces: 'Other provinces', communes: 'Other communes' },
    communes: (province) => `${province}: its communes`,
    back: 'The whole country',
    home: 'Warehouse of Goods 4Đ',
    none: 'No place has five households yet, so none is shown.',
    asOf: (clock) => `Figures as of ${clock}`,
    ask: 'Does your family, or a neighbour, need help?',
    otherLanguage: 'Tiếng Việt',
  },
)
