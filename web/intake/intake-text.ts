import { defineText, type Sentence } from '#shared/i18n/text'

export const sentenceForShelfFirst: Sentence = {
  vi: 'Chưa biết để hàng ở kệ nào. Chọn kệ, hoặc quét nhãn kệ, rồi quét lại.',
  en: 'No shelf yet. Choose the shelf, or scan its label, then scan again.',
}

export const sentenceForSameLot: Sentence = {
  vi: 'Cả dòng đang ghi đúng lô và hạn này. Nhập hạn hoặc số lô khác.',
  en: 'The whole line has this lot and date already. Enter another date or lot number.',
}

export const sentenceForLessLeft: Sentence = {
  vi: 'Dòng này không có nhiều như vậy. Xem số lượng của dòng rồi nhập số nhỏ hơn.',
  en: 'The line does not have that many. Look at its quantity and enter a smaller number.',
}

export const intakeText = defineText(
  {
    title: 'Nhập kho',
    from: (donor: string) => `từ ${donor}`,
    toShelf: (shelf: string) => `kệ ${shelf}`,
    noDonor: 'Chưa chọn người cho',
    noShelf: 'chưa chọn kệ',
    who: 'Ai cho?',
    where: 'Để ở kệ nào?',
    donorSearch: 'Tìm tên nhà hảo tâm',
    anonymous: 'Ẩn danh',
    nameDonor: (name: string) => `Thêm “${name}”`,
    noShelves: 'Kho chưa có kệ nào trên máy này. Nối mạng một lúc, hoặc nhờ người điều phối thêm kệ.',
    ready: 'Bắt đầu quét',
    scanned: 'Đã quét',
    lines: (count: number) => `${count} dòng`,
    nothingYet: 'Chưa quét gì',
    nothingHint: 'Đưa mã vạch vào máy ảnh, bấm súng quét, hoặc gõ mã.',
    finish: (count: number) => `Xong: ${count} dòng`,
    noCode: 'không mã vạch',
    discardTitle: 'Bỏ cả phiếu nhập này?',
    discardWhat: (count: number) => `${count} dòng đã quét sẽ mất và không ghi vào sổ. Hàng vẫn ở ngoài kho.`,
    review: 'Còn vài chỗ chưa đủ',
    reviewWaiting: (count: number) => `${count} mã chưa có tên hàng hoặc số cân. Trả lời ở ô bên trái trước.`,
    reviewDates: 'Những dòng này chưa có hạn dùng:',
    enterDate: 'Nhập hạn',
    noDateOnPack: 'Bao bì không in hạn',
    otherLotTitle: (item: string) => `${item}: lô khác`,
    otherLotOf: 'Phần nào là lô khác?',
    onlyScanned: (quantity: string) => `Chỉ ${quantity} vừa quét`,
    countThem: 'Nhiều hơn…',
    thisMany: (quantity: string) => `Đã chọn ${quantity}`,
    howManyOther: (item: string) => `${item}: bao nhiêu là lô khác?`,
  },
  {
    title: 'Goods in',
    from: (donor) => `from ${donor}`,
    toShelf: (shelf) => `shelf ${shelf}`,
    noDonor: 'No donor yet',
    noShelf: 'no shelf yet',
    who: 'Who gives?',
    where: 'Which shelf?',
    donorSearch: 'Search donors by name',
    anonymous: 'Anonymous',
    nameDonor: (name) => `Add “${name}”`,
    noShelves: 'This device knows no shelf yet. Connect for a moment, or ask a coordinator to add shelves.',
    ready: 'Start scanning',
    scanned: 'Scanned',
    lines: (count) => (count === 1 ? '1 line' : `${count} lines`),
    nothingYet: 'Nothing scanned yet',
    nothingHint: 'Show a barcode to the camera, use the scanner, or type the code.',
    finish: (count) => (count === 1 ? 'Done: 1 line' : `Done: ${count} lines`),
    noCode: 'no barcode',
    discardTitle: 'Discard this whole intake?',
    discardWhat: (count) =>
      `${count === 1 ? '1 scanned line' : `${count} scanned lines`} will be gone and never recorded. The goods stay outside.`,
    review: 'A few things are missing',
    reviewWaiting: (count) =>
      `${count === 1 ? '1 code has' : `${count} codes have`} no name or weight yet. Answer the card at the side first.`,
    reviewDates: 'These lines have no date yet:',
    enterDate: 'Enter the date',
    noDateOnPack: 'No date on the pack',
    otherLotTitle: (item) => `${item}: another lot`,
    otherLotOf: 'Which part is another lot?',
    onlyScanned: (quantity) => `Only ${quantity} just scanned`,
    countThem: 'More than that…',
    thisMany: (quantity) => `Chosen: ${quantity}`,
    howManyOther: (item) => `${item}: how many are of another lot?`,
  },
)
