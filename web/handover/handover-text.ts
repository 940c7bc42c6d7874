import { assertNever } from '#shared/assert'
import { defineText, type Language } from '#shared/i18n/text'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { storageText } from '../database/storage-text.ts'
import { draftText } from '../draft/draft-text.ts'
import type { HandoverStep } from '../draft/draft.ts'
import { partText } from '../part/part-text.ts'
import type { CloseHandoverRefusal } from './close-handover.ts'
import type { StepRefusal } from './handover-steps.ts'

interface StepWords {
  readonly [key: string]: unknown
  readonly step: Readonly<Record<HandoverStep, string>>
  readonly refusal: Readonly<
    Record<Exclude<StepRefusal['kind'], 'line-unanswered' | 'reason-missing'>, string>
  >
}

export const handoverText = defineText(
  {
    title: 'Giao tận tay',
    find: 'Quét nhãn kiện hàng',
    unknown: (code: string) => `Máy này chưa biết kiện ${code}`,
    unknownWhat:
      'Có thể kiện thuộc kho khác, hoặc máy chưa tải về. Nối mạng một lúc rồi mở lại; nếu vẫn vậy, giữ hàng trên xe và gọi người điều phối.',
    noGoods: 'Kiện này không còn hàng nào đang đi',
    noGoodsWhat:
      'Hàng đã được giao bằng máy khác hoặc đã trả về kho. Nếu hàng vẫn ở trên xe, mang về kho và báo thủ kho.',
    noCaseFile: 'Kiện này không ghi cho hồ sơ nào',
    noCaseFileWhat: 'Không giao được khi không biết giao cho ai. Mang hàng về kho và báo thủ kho.',
    progress: (at: number, all: number, step: string) => `Bước ${at}/${all}: ${step}`,
    step: {
      goods: 'Hàng',
      recipient: 'Người nhận',
      identity: 'Giấy tờ',
      signature: 'Chữ ký người nhận',
      witness: 'Người làm chứng',
      pictures: 'Ảnh',
      place: 'Nơi giao',
      confirm: 'Xác nhận',
    },
    back: 'Lùi',
    next: (step: string) => `Tiếp: ${step}`,
    otherTrip: 'Kiện này không thuộc chuyến giao của bạn. Vẫn giao được; người điều phối sẽ thấy để hỏi lại.',
    red: 'Hồ sơ đã chuyển sang tích đỏ sau khi xếp hàng. Nên gọi người điều phối, hoặc bấm “Không giao được” và mang hàng về. Nếu vẫn giao, việc này được ghi thành điểm cần kiểm tra.',
    allGiven: 'Giao đủ tất cả',
    nothingGiven: 'Không giao được',
    given: 'Đủ',
    givenPart: 'Một phần',
    givenNone: 'Không giao',
    onCar: (quantity: string) => `Trên xe: ${quantity}`,
    takes: (quantity: string) => `Nhận ${quantity}`,
    leaves: (quantity: string) => `Còn lại ${quantity}, mang về kho`,
    howMany: (item: string) => `${item}: nhận bao nhiêu?`,
    set: 'Ghi',
    tooMany: (quantity: string) => `Trên xe chỉ có ${quantity}. Bấm lại số nhỏ hơn.`,
    whyLeft: 'Vì sao còn lại?',
    whoTakes: 'Ai nhận hàng?',
    proxyName: 'Họ tên người nhận thay',
    proxyWhy: 'Vì sao nhận thay',
    proxyWhyHint: 'Ví dụ: con gái, ông nằm viện',
    phone: 'Số điện thoại người nhận',
    phoneHint: 'Có thể để trống',
    howChecked: 'Kiểm tra giấy tờ thế nào?',
    scanCard: 'Quét mã QR trên thẻ',
    scanAgain: 'Quét lại',
    cardHint: 'Chỉ đọc mã để so, không chụp và không giữ ảnh thẻ.',
    cardRead: (name: string, year: string) => `${name}, sinh năm ${year}`,
    idNumber: 'Số giấy tờ',
    idNumberHint: '12 số, hoặc 9 số với chứng minh cũ',
    comparing: 'Đang so với hồ sơ…',
    matched: 'Khớp với hồ sơ.',
    notMatched:
      'Không khớp với hồ sơ. Hãy xem có đúng người, đúng nhà không. Vẫn giao được; việc này được ghi thành điểm cần kiểm tra.',
    second: {
      title: 'Tích đỏ: người thứ hai đồng ý',
      what: 'Có người khác của hội ở đây và cũng thấy nên giao: người ấy ghi lý do, gõ mã PIN của mình.',
      reason: 'Vì sao vẫn giao?',
    },
    notCompared: 'Máy không có số trong hồ sơ để so. Số được cất kín và gửi về.',
    witnessNeeded: 'Cần người làm chứng ký ở bước sau.',
    signHere: 'Ký vào khung này bằng ngón tay',
    signed: 'Đã ký',
    clear: 'Ký lại',
    cannotSign: 'Chưa ký được thì bấm “Tiếp”: biên bản chờ đủ xác nhận, ký bổ sung sau.',
    witnessName: 'Họ tên người làm chứng',
    witnessHint: 'Trưởng thôn, hàng xóm, hoặc người quen biết người nhận.',
    opening: 'Đang mở khung ký…',
    picturesWhat: 'Một đến bốn ảnh hàng và nơi giao. Tránh chụp mặt người và giấy tờ.',
    picturesNone: 'Không chụp được thì bấm “Tiếp”.',
    placeWhat: 'Lấy vị trí để biết hàng tới đúng nhà. Vị trí được cất kín, chỉ người có quyền mới xem.',
    placeTake: 'Lấy vị trí',
    placeTaking: 'Đang tìm vị trí…',
    placeTaken: (metres: string) => `Đã có vị trí, sai số ${metres} m.`,
    placeRefused: 'Máy không cho lấy vị trí. Không sao, bấm “Tiếp”.',
    placeNone: 'Chưa tìm được vị trí. Ra chỗ thoáng rồi thử lại, hoặc bấm “Tiếp”.',
    placeFar: (km: string) =>
      `Nơi này cách nhà trong hồ sơ khoảng ${km} km. Nếu đúng chỗ giao thì cứ tiếp; người điều phối sẽ thấy.`,
    summary: 'Biên bản này',
    stillMissing: (who: string) => `Còn thiếu: ${who}. Biên bản sẽ ở trạng thái chờ đủ xác nhận.`,
    pinOf: (name: string) => `Mã PIN của ${name} để xác nhận đã giao`,
    pinChecking: 'Đang kiểm tra…',
    pinWrong: (left: number) => `Mã PIN không đúng. Còn ${left} lần.`,
    pinLocked: (clock: string) => `Sai nhiều lần. Đợi đến ${clock}, hoặc ghi không có mã PIN.`,
    pinUnknown: 'Người này không còn trong danh sách. Ghi không có mã PIN, rồi báo người điều phối.',
    withoutPin: 'Không nhớ mã PIN: vẫn ghi biên bản',
    withoutPinWhat:
      'Biên bản được ghi ngay và chờ xác nhận của người giao; người điều phối sẽ thấy để hỏi lại.',
    confirmed: 'Người giao đã xác nhận',
    record: 'Ghi biên bản',
    recording: 'Đang ghi…',
    discard: 'Bỏ biên bản đang ghi',
    discardWhat: 'Những gì đã chọn, chữ ký và ảnh của biên bản này mất hết. Hàng vẫn tính là đang đi.',
    discardYes: 'Bỏ',
    lost: 'Thông tin người nhận và chữ ký đã gõ không mở lại được trên máy này. Hãy nhập lại.',
    doneTitle: 'Biên bản đã ghi',
    doneAt: (moment: string) => `Ghi lúc ${moment}`,
    sent: 'Máy chủ đã nhận',
    unsent: 'Chưa gửi, sẽ tự gửi khi có mạng',
    leftOver: 'Hàng còn lại vẫn tính là đang đi. Mang về kho để thủ kho quét nhãn nhận lại.',
    addSignature: (who: string) => `Ký bổ sung: ${who}`,
    addGiver: 'Xác nhận bằng mã PIN',
    added: 'Đã thêm xác nhận',
    handOverAgain: 'Giao lần nữa',
    correct: 'Sửa biên bản',
    correctWhy: 'Sửa vì sao?',
    correctWhat: 'Biên bản cũ vẫn giữ nguyên; bản sửa được ghi thêm và hàng được tính lại.',
    correctYes: 'Ghi bản sửa',
    correctionDone: 'Đã ghi bản sửa',
    deliveryGone: 'Máy này không còn giữ phiếu giao cũ. Nhờ người điều phối xem ở bàn điều hành.',
    lineUnanswered: (item: string) => `Chưa chọn giao bao nhiêu ${item}. Bấm Đủ, Một phần hoặc Không giao.`,
    reasonMissing: (item: string) => `Chưa chọn vì sao còn lại ${item}.`,
    refusal: {
      'recipient-missing': 'Chưa chọn ai nhận hàng.',
      'proxy-nameless': 'Chưa có tên người nhận thay. Hỏi và gõ họ tên rồi mới tiếp được.',
      'proxy-reasonless': 'Chưa ghi vì sao nhận thay. Gõ một câu ngắn.',
      'identity-missing': 'Chưa chọn cách kiểm tra giấy tờ. Không có giấy thì chọn có người làm chứng.',
      'card-missing': 'Chưa quét được thẻ. Quét mã QR trên thẻ, hoặc chọn gõ số.',
      'number-wrong': 'Số giấy tờ phải có 12 hoặc 9 chữ số. Gõ lại, hoặc chọn cách khác.',
      'witness-nameless': 'Chưa có tên người làm chứng. Gõ họ tên của người đã ký.',
    },
  } satisfies StepWords,
  {
    title: 'Hand over',
    find: 'Scan the label of the consignment',
    unknown: (code) => `This device does not know consignment ${code}`,
    unknownWhat:
      'It may belong to another warehouse, or has not come down yet. Connect for a moment and open it again; otherwise keep the goods on the car and call the coordinator.',
    noGoods: 'Nothing of this consignment is on its way any more',
    noGoodsWhat:
      'It was handed over with another device, or went back to the warehouse. If the goods are still on the car, take them back and tell the keeper.',
    noCaseFile: 'This consignment is for no case file',
    noCaseFileWhat: 'Nobody knows whom it is for. Take the goods back and tell the keeper.',
    progress: (at, all, step) => `Step ${at} of ${all}: ${step}`,
    step: {
      goods: 'Goods',
      recipient: 'Recipient',
      identity: 'Papers',
      signature: 'Signature of the recipient',
      witness: 'Witness',
      pictures: 'Pictures',
      place: 'Place',
      confirm: 'Confirm',
    },
    back: 'Back',
    next: (step) => `Next: ${step}`,
    otherTrip:
      'This consignment is not on your trip. You may hand it over; the coordinator will see it and ask.',
    red: 'The tick of this case file has turned red since the goods were loaded. Call the coordinator, or press “Could not hand over” and take the goods back. If you hand over all the same, it is noted for checking.',
    allGiven: 'All of it handed over',
    nothingGiven: 'Could not hand over',
    given: 'All',
    givenPart: 'In part',
    givenNone: 'None',
    onCar: (quantity) => `On the car: ${quantity}`,
    takes: (quantity) => `Takes ${quantity}`,
    leaves: (quantity) => `${quantity} left, to go back`,
    howMany: (item) => `${item}: how much is taken?`,
    set: 'Set',
    tooMany: (quantity) => `There are only ${quantity} on the car. Key in less.`,
    whyLeft: 'Why is it left?',
    whoTakes: 'Who takes the goods?',
    proxyName: 'Name of who takes them instead',
    proxyWhy: 'Why somebody else',
    proxyWhyHint: 'For example: daughter, he is in hospital',
    phone: 'Phone of the recipient',
    phoneHint: 'May be left empty',
    howChecked: 'How were the papers checked?',
    scanCard: 'Scan the QR on the card',
    scanAgain: 'Scan again',
    cardHint: 'The code is read and compared only; no picture of the card is taken or kept.',
    cardRead: (name, year) => `${name}, born in ${year}`,
    idNumber: 'Number of the paper',
    idNumberHint: '12 digits, or 9 on an old card',
    comparing: 'Comparing with the case file…',
    matched: 'Matches the case file.',
    notMatched:
      'Does not match the case file. Make sure of the person and the house. You may go on; it is noted for checking.',
    second: {
      title: 'Red tick: a second person agrees',
      what: 'Somebody else of the organisation is here and would hand over too: they write why and type their PIN.',
      reason: 'Why is it handed over all the same?',
    },
    notCompared: 'This device has no number to compare with. The number is sealed and sent.',
    witnessNeeded: 'A witness has to sign in a later step.',
    signHere: 'Sign in this field with a finger',
    signed: 'Signed',
    clear: 'Sign again',
    cannotSign: 'If they cannot sign now, press “Next”: the handover waits, and they sign later.',
    witnessName: 'Name of the witness',
    witnessHint: 'Village head, neighbour, or somebody who knows the person.',
    opening: 'Opening the field…',
    picturesWhat: 'One to four pictures of the goods and the place. No faces and no papers.',
    picturesNone: 'If you cannot take any, press “Next”.',
    placeWhat:
      'Take the position, to know that the goods came to the right house. It is sealed; few may see it.',
    placeTake: 'Take the position',
    placeTaking: 'Looking for the position…',
    placeTaken: (metres) => `Position taken, within ${metres} m.`,
    placeRefused: 'This device does not give its position. Never mind, press “Next”.',
    placeNone: 'No position yet. Go outside and try again, or press “Next”.',
    placeFar: (km) =>
      `This is about ${km} km from the home in the case file. If it is right, go on; the coordinator will see it.`,
    summary: 'This handover',
    stillMissing: (who) => `Still missing: ${who}. The handover will wait for a confirmation.`,
    pinOf: (name) => `PIN of ${name} to confirm the handover`,
    pinChecking: 'Checking…',
    pinWrong: (left) => `Wrong PIN. Tries left: ${left}.`,
    pinLocked: (clock) => `Wrong too often. Wait until ${clock}, or record it without a PIN.`,
    pinUnknown: 'This person is no longer on the list. Record it without a PIN, and tell the coordinator.',
    withoutPin: 'PIN forgotten: record it all the same',
    withoutPinWhat:
      'It is recorded at once and waits for the giver to confirm; the coordinator will see it and ask.',
    confirmed: 'The giver has confirmed',
    record: 'Record the handover',
    recording: 'Recording…',
    discard: 'Discard this handover',
    discardWhat:
      'What was chosen, the signatures and the pictures of this handover are gone. The goods still count as on their way.',
    discardYes: 'Discard',
    lost: 'What was typed about the recipient and the signatures cannot be opened again on this device. Enter it again.',
    doneTitle: 'Handover recorded',
    doneAt: (moment) => `Recorded at ${moment}`,
    sent: 'The server has it',
    unsent: 'Not sent yet; goes by itself when there is a network',
    leftOver:
      'What is left still counts as on its way. Take it to the warehouse; the keeper scans the label.',
    addSignature: (who) => `Sign now: ${who}`,
    addGiver: 'Confirm with the PIN',
    added: 'Confirmation added',
    handOverAgain: 'Hand over once more',
    correct: 'Correct this',
    correctWhy: 'Why is it corrected?',
    correctWhat: 'The old record stays; the correction is added and the goods are counted anew.',
    correctYes: 'Record the correction',
    correctionDone: 'Correction recorded',
    deliveryGone: 'This device no longer has the old delivery. Ask the coordinator at the desk.',
    lineUnanswered: (item) => `Say how much of ${item} is taken: all, in part or none.`,
    reasonMissing: (item) => `Say why some of ${item} is left.`,
    refusal: {
      'recipient-missing': 'Say who takes the goods.',
      'proxy-nameless': 'No name yet of who takes the goods. Ask for it and type it to go on.',
      'proxy-reasonless': 'Say in a few words why somebody else takes them.',
      'identity-missing': 'Say how the papers were checked. Without papers choose the witness.',
      'card-missing': 'The card has not been read. Scan its QR, or type the number.',
      'number-wrong': 'The number has 12 or 9 digits. Type it again, or choose another way.',
      'witness-nameless': 'No name yet of the witness. Type the name of who signed.',
    },
  },
)

export function sentenceForStep(
  refusal: StepRefusal,
  itemName: (line: number) => string,
  language: Language,
): string {
  const text = handoverText[language]
  switch (refusal.kind) {
    case 'line-unanswered':
      return text.lineUnanswered(itemName(refusal.line))
    case 'reason-missing':
      return text.reasonMissing(itemName(refusal.line))
    default:
      return text.refusal[refusal.kind]
  }
}

export function sentenceForCloseHandover(refusal: CloseHandoverRefusal, language: Language): string {
  const storage = storageText[language].refusal
  switch (refusal.kind) {
    case 'storage-full':
    case 'storage-broken':
    case 'not-enrolled':
      return storage[refusal.kind]
    case 'draft-closed':
      return draftText[language].closedElsewhere
    case 'no-key':
    case 'part-too-large':
      return partText[language].refusal[refusal.kind]
    case 'no-lines':
    case 'too-many-lines':
    case 'quantity-not-whole':
    case 'quantity-too-large':
      return sentenceForDraft(refusal)[language]
    default:
      return assertNever(refusal)
  }
}
