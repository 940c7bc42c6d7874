import { defineText } from '#shared/i18n/text'

export const refusedText = defineText(
  {
    title: 'Bản ghi máy chủ chưa nhận',
    hint: 'Hàng của những bản ghi này chưa tính vào tồn kho. Trên máy, chúng nằm ở “Chưa gửi”, mục “Bị trả lại”: hãy gọi kho và giải quyết ở đó. Bản ghi đã sửa và gửi lại vẫn còn trong danh sách này.',
    record: 'Bản ghi',
    unknownKind: 'Không đọc được loại',
    number: (deviceSeq: string) => `số ${deviceSeq}`,
    device: 'Máy',
    reason: 'Vì sao',
    receivedAt: 'Gửi lên lúc',
    emptyTitle: 'Không có bản ghi nào bị trả lại',
    emptyHint: 'Máy chủ đã nhận mọi thứ các máy gửi lên.',
    papersTitle: 'Ảnh và giấy tờ máy chủ chưa nhận',
    papersHint:
      'Máy chủ giữ nguyên những gì nhận được, tách riêng, không hiện ở hồ sơ. Hãy gọi người đã chụp hoặc ghi để làm lại.',
    asItCame: 'Nguyên gốc',
    download: 'Tải về',
  },
  {
    title: 'Records the server did not take',
    hint: 'The goods of these records do not count yet. On the device they are under “Unsent”, “Sent back”: call the warehouse and settle them there. A record that was corrected and sent again stays in this list.',
    record: 'Record',
    unknownKind: 'Of a kind that cannot be read',
    number: (deviceSeq) => `number ${deviceSeq}`,
    device: 'Device',
    reason: 'Why',
    receivedAt: 'Sent',
    emptyTitle: 'No record was sent back',
    emptyHint: 'The server has taken everything that the devices sent.',
    papersTitle: 'Pictures and papers the server did not take',
    papersHint:
      'The server keeps what came as it is, apart; it does not show at the case file. Call whoever made it to make it again.',
    asItCame: 'As it came',
    download: 'Download',
  },
)
