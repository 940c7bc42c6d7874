import { defineText, type Sentence } from '#shared/i18n/text'
import { sentenceForSharedPhone } from '#shared/repeat/repeat-text'

export const sentenceForNoShelf: Sentence = {
  vi: 'Kho chưa có kệ nào trên máy này, nên chưa xuất được. Nối mạng một lúc rồi quét lại.',
  en: 'This device knows no shelf yet, so nothing can leave. Connect for a moment and scan again.',
}

export const sentenceForCaseFileFirst: Sentence = {
  vi: 'Chưa chọn hồ sơ. Tìm hồ sơ trước, rồi quét hàng.',
  en: 'No case file yet. Find the case file first, then scan goods.',
}

export const sentenceForNotTaken: Sentence = {
  vi: 'Đây là nhãn kệ. Quét mã trên hàng; máy tự tìm kệ.',
  en: 'This is the label of a shelf. Scan the goods; the shelf is found by itself.',
}

export const sentenceForUnknownGoods: Sentence = {
  vi: 'Mã này chưa có trong danh mục, nên hàng này chưa nhập kho. Nhập kho trước, hoặc chọn hàng ở “Tìm hàng”.',
  en: 'This code is not known, so these goods never came in. Record them as goods in first, or choose them by name.',
}

export const dispatchText = defineText(
  {
    title: 'Xuất kho',
    forCaseFile: (code: string) => `cho hồ sơ ${code}`,
    findTitle: 'Xuất cho hồ sơ nào?',
    findField: 'Mã hồ sơ, xã, tỉnh hoặc nhóm',
    findHint: 'Gõ mã hồ sơ, tên xã, tên tỉnh hoặc nhóm; không cần dấu.',
    notFound: (query: string) =>
      `Máy này không biết hồ sơ “${query}”. Kiểm tra lại mã, hoặc nối mạng một lúc rồi tìm lại. Chưa có hồ sơ thì chưa xuất hàng.`,
    helpedDays: (days: number) => (days === 0 ? 'đã xuất hàng hôm nay' : `đã xuất hàng ${days} ngày trước`),
    changeCaseFile: 'Đổi hồ sơ',
    needs: 'Nhu cầu',
    noNeeds: 'Hồ sơ này không ghi nhu cầu. Xuất theo phiếu giấy.',
    enough: 'đủ',
    over: (quantity: string) => `dư ${quantity}`,
    takeAt: (goods: string, shelf: string, lot: string) =>
      `lấy ${goods === '' ? '' : `${goods} `}ở ${shelf}${lot === '' ? '' : `: ${lot}`}`,
    notOnShelves: 'trên kệ không còn',
    taken: 'Đã lấy',
    nothingYet: 'Chưa lấy gì',
    nothingHint: 'Quét từng món, hoặc chọn hàng ở “Tìm hàng”.',
    finish: (count: number) => `Xong: xuất ${count} dòng`,
    refusedFigure: 'không nhận',
    expired: (day: string) => `hết hạn ${day}: để riêng và báo hủy`,
    otherDay: 'Bao bì in hạn khác',
    sooner: (inHand: string, shelf: string, quantity: string, lot: string) =>
      `${inHand} Trên kệ ${shelf} còn ${quantity} ${lot}: hãy lấy những món ấy trước.`,
    inHandUntil: (day: string) => `Lô vừa quét hạn ${day}.`,
    inHandUndated: 'Lô vừa quét không có hạn.',
    until: (day: string) => `hạn ${day}`,
    beyondBooks: (booked: string, taken: string) =>
      `Sổ ghi còn ${booked}, bạn lấy ${taken}: sẽ thành điểm cần kiểm tra.`,
    overNeed: (need: string, asked: string, taken: string) =>
      `${need}: hồ sơ cần ${asked}, bạn đã lấy ${taken}. Vẫn xuất chứ?`,
    unasked: (item: string) => `Hồ sơ này không xin ${item}. Vẫn xuất chứ?`,
    overYes: 'Vẫn xuất',
    secondTitle: {
      yellow: 'Tích vàng: cần người thứ hai',
      'shared-phone': 'Chung số điện thoại: cần người thứ hai',
    },
    secondWhat: {
      yellow: 'Hồ sơ chưa xác minh xong. Một người khác trong kho phải đồng ý và ghi lý do.',
      'shared-phone': sentenceForSharedPhone.vi,
    },
    reason: 'Vì sao vẫn xuất?',
    overlooked: 'Bấm “Vẫn xuất” hoặc sửa số lượng trước khi Xong.',
    discardTitle: 'Bỏ cả phiếu xuất này?',
    discardWhat: (count: number) => `${count} dòng đã lấy sẽ không ghi vào sổ. Hãy để hàng lại lên kệ.`,
    chooseLot: (item: string) => `${item}: lấy lô nào?`,
    onShelf: (quantity: string) => `còn ${quantity}`,
    otherDate: 'Lô khác, nhập hạn trên bao bì',
    noLots: 'Sổ chưa ghi lô nào trên kệ.',
  },
  {
    title: 'Goods out',
    forCaseFile: (code) => `for case file ${code}`,
    findTitle: 'For which case file?',
    findField: 'Code, commune, province or category',
    findHint: 'Type the code, the commune, the province or the category; diacritics may be left out.',
    notFound: (query) =>
      `This device does not know the case file “${query}”. Check the code, or connect for a moment and search again. Without a case file nothing leaves.`,
    helpedDays: (days) =>
      days === 0
        ? 'goods left for it today'
        : `goods left for it ${days === 1 ? '1 day' : `${days} days`} ago`,
    changeCaseFile: 'Other case file',
    needs: 'Needs',
    noNeeds: 'This case file names no needs. Follow the paper slip.',
    enough: 'enough',
    over: (quantity) => `${quantity} too many`,
    takeAt: (goods, shelf, lot) =>
      `take ${goods === '' ? '' : `${goods} `}from ${shelf}${lot === '' ? '' : `: ${lot}`}`,
    notOnShelves: 'none on the shelves',
    taken: 'Taken',
    nothingYet: 'Nothing taken yet',
    nothingHint: 'Scan each thing, or choose it by name.',
    finish: (count) => (count === 1 ? 'Done: 1 line leaves' : `Done: ${count} lines leave`),
    refusedFigure: 'not taken',
    expired: (day) => `expired ${day}: put aside and report for disposal`,
    otherDay: 'The pack says another date',
    sooner: (inHand, shelf, quantity, lot) =>
      `${inHand} On shelf ${shelf} there are ${quantity}, ${lot}: take those first.`,
    inHandUntil: (day) => `The scanned lot is good until ${day}.`,
    inHandUndated: 'The scanned lot has no date.',
    until: (day) => `good until ${day}`,
    beyondBooks: (booked, taken) =>
      `The books say ${booked} are left, you take ${taken}: somebody will have to check.`,
    overNeed: (need, asked, taken) =>
      `${need}: ${asked} are needed, you have taken ${taken}. Let them leave all the same?`,
    unasked: (item) => `This case file does not ask for ${item}. Let it leave all the same?`,
    overYes: 'Let it leave',
    secondTitle: {
      yellow: 'Yellow tick: a second person is needed',
      'shared-phone': 'Shared phone: a second person is needed',
    },
    secondWhat: {
      yellow: 'This case file is not fully verified. Somebody else of the warehouse must agree and say why.',
      'shared-phone': sentenceForSharedPhone.en,
    },
    reason: 'Why do goods leave all the same?',
    overlooked: 'Press “Let it leave” or correct the quantity before you finish.',
    discardTitle: 'Discard this whole dispatch?',
    discardWhat: (count) =>
      `${count === 1 ? '1 line' : `${count} lines`} will not be recorded. Put the goods back on their shelves.`,
    chooseLot: (item) => `${item}: which lot?`,
    onShelf: (quantity) => `${quantity} left`,
    otherDate: 'Another lot: enter the date on the pack',
    noLots: 'The books know no lot of it on the shelves.',
  },
)
