import { defineText } from '#shared/i18n/text'

export const sampleCodesText = defineText(
  {
    title: 'Mã mẫu để quét thử',
    how: 'Mở trang này trên màn hình thứ hai hoặc in ra, rồi quét bằng máy ảnh hay súng quét. Mỗi ô một mã, chạm để phóng to.',
    print: 'In trang này',
    group: {
      known: 'Hàng kho đã biết',
      unknown: 'Hàng kho có thể chưa biết',
      'with-dates': 'Mã có lô và hạn (còn hạn, sắp hết, đã hết)',
      labels: 'Nhãn kệ của kho',
    },
    noneKnown: 'Máy chưa có mặt hàng nào có mã vạch. Ghép máy với kho để thấy hàng của kho ở đây.',
    enlarge: 'Phóng to mã này',
  },
  {
    title: 'Sample codes to try',
    how: 'Open this page on a second screen or print it, then scan with the camera or a hand scanner. Touch a code to enlarge it.',
    print: 'Print this page',
    group: {
      known: 'Goods this warehouse knows',
      unknown: 'Goods it may not know',
      'with-dates': 'Codes with lot and expiry (good, soon, past)',
      labels: 'Shelf labels',
    },
    noneKnown: 'No item with a barcode on this device yet. Enrol it to see the warehouse’s goods here.',
    enlarge: 'Enlarge this code',
  },
)
