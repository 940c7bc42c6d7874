import { assertNever } from '#shared/assert'
import { defineText, type Language } from '#shared/i18n/text'
import { storageText } from '../database/storage-text.ts'
import { draftText } from '../draft/draft-text.ts'
import { partText } from '../part/part-text.ts'
import type { CloseSurveyRefusal } from './close-survey.ts'
import type { SurveyRefusal } from './survey-steps.ts'

export const surveyText = defineText(
  {
    title: 'Khảo sát',
    list: 'Khảo sát tại nhà',
    new: 'Hộ mới, chưa có hồ sơ',
    open: 'Đang ghi dở',
    find: 'Hoặc tìm hồ sơ: mã, xã, tỉnh, nhóm',
    found: 'Hồ sơ tìm thấy',
    notFound: 'Không thấy hồ sơ nào như vậy. Hồ sơ mới thì bấm “Hộ mới”.',
    visits: 'Cần đến thăm',
    nothing:
      'Chưa có lượt thăm nào được giao cho bạn. Bàn điều hành giao ở mục “Yêu cầu”; nối mạng một lúc để lấy về.',
    visit: 'Đến thăm',
    begun: 'Đang ghi dở',
    visited: 'Đã ghi, chờ gửi',
    family: 'Gia đình',
    begin: 'Bắt đầu khảo sát',
    goOn: 'Ghi tiếp khảo sát',
    wiped: 'Tên và địa chỉ không còn trên máy này.',
    locked: 'Nhập mã PIN của bạn để xem tên và địa chỉ. Chưa nhập thì vẫn khảo sát được theo mã hồ sơ.',
    lockedOut: 'Sai nhiều lần nên tạm khóa. Vẫn khảo sát được theo mã hồ sơ; thử lại sau.',
    noKey:
      'Mã PIN của bạn được đặt từ trước nên máy không nhận được tên và địa chỉ. Nhờ bàn điều hành đặt lại mã PIN.',
    recorded: (code: string) => `Đã ghi khảo sát ${code}. Máy tự gửi khi có mạng.`,
    progress: (at: number, of: number, step: string) => `Bước ${at}/${of}: ${step}`,
    step: {
      consent: 'Đồng ý',
      household: 'Người trong nhà',
      place: 'Nơi ở',
      needs: 'Hoàn cảnh, nhu cầu',
      pictures: 'Ảnh nhà',
      check: 'Xem lại',
    },
    back: 'Lùi',
    next: (step: string) => `Tiếp: ${step}`,
    consentHow: 'Gia đình trả lời thế nào?',
    refusedConsent: 'Gia đình không đồng ý thì không ghi gì. Bấm “Bỏ khảo sát này”.',
    person: (number: number) => `Người thứ ${number}`,
    scanCard: 'Quét thẻ căn cước',
    scanCardHint: 'Chỉ đọc mã vuông trên thẻ, không chụp và không giữ ảnh thẻ.',
    scanCardNot: 'Thôi, gõ tay',
    name: 'Họ tên',
    birthYear: 'Năm sinh',
    sex: 'Giới tính',
    sexes: { male: 'Nam', female: 'Nữ' },
    idNumber: 'Số căn cước hoặc CMND',
    idHint: 'Đọc trên thẻ; không có thì để trống.',
    phone: 'Điện thoại',
    addPerson: 'Thêm một người',
    removePerson: 'Bỏ người này',
    commune: 'Tìm xã, phường',
    communeHint: 'Gõ tên xã, không cần dấu.',
    communeNone: 'Không thấy xã nào như vậy. Gõ ngắn hơn, theo tên mới từ tháng 7/2025.',
    communeOther: 'Chọn xã khác',
    placesMissing: 'Máy chưa có danh sách xã. Nối mạng một lúc rồi thử lại.',
    address: 'Thôn, xóm, số nhà',
    howToFind: 'Đường vào nhà',
    howToFindHint: 'Để người giao tìm được: gần đâu, rẽ chỗ nào, hỏi ai.',
    placeTake: 'Lấy vị trí nhà',
    placeTaking: 'Đang lấy vị trí…',
    placeTaken: (metres: string) => `Đã có vị trí, sai số khoảng ${metres} m.`,
    placeNone: 'Không lấy được vị trí. Bỏ qua cũng được, ghi kỹ đường vào nhà.',
    category: 'Nhóm hồ sơ',
    subCategory: 'Cụ thể',
    size: 'Số người trong nhà',
    needs: 'Cần gì, bao nhiêu',
    needsHint: 'Chọn nhóm hàng, rồi ghi số lượng.',
    quantity: 'Số lượng',
    unit: 'Đơn vị',
    removeNeed: (name: string) => `Bỏ ${name}`,
    picturesWhat: 'Chụp nhà và hoàn cảnh, một đến bốn ảnh. Không chụp giấy tờ, không chụp mặt trẻ em.',
    picturesNone: 'Không chụp được ảnh nào thì vẫn đi tiếp.',
    checkWhat: 'Xem lại rồi ghi. Sau khi ghi, máy này không đọc lại được tên và ảnh nữa.',
    finish: 'Ghi khảo sát',
    recording: 'Đang ghi…',
    lost: 'Phần tên và địa chỉ ghi dở không mở lại được. Hãy hỏi và ghi lại.',
    discard: 'Bỏ khảo sát này',
    discardWhat: 'Những gì đã ghi và ảnh đã chụp sẽ mất hẳn.',
    discardYes: 'Bỏ hẳn',
    people: (count: string) => `${count} người`,
    noPicture: 'chưa có ảnh',
    picturesCount: (count: string) => `${count} ảnh`,
  },
  {
    title: 'Survey',
    list: 'Visits',
    new: 'A household without a case file',
    open: 'Begun and not finished',
    find: 'Or find a case file: code, commune, province, category',
    found: 'Case files found',
    notFound: 'No such case file. For one that is new, press “A household without a case file”.',
    visits: 'To be visited',
    nothing:
      'No visit has been given to you. The desk gives them under “Requests”; connect for a moment to fetch them.',
    visit: 'Visit',
    begun: 'Begun',
    visited: 'Recorded, waits to be sent',
    family: 'Household',
    begin: 'Begin the survey',
    goOn: 'Go on with the survey',
    wiped: 'Name and address are no longer on this device.',
    locked:
      'Type your PIN to see names and addresses. Without it a survey goes on by the code of the case file.',
    lockedOut: 'Too many wrong tries. A survey goes on by the code of the case file; try again later.',
    noKey:
      'Your PIN is from before, so this device gets no names and addresses. Ask the desk to set it anew.',
    recorded: (code) => `Survey ${code} is recorded. It is sent by itself when there is a network.`,
    progress: (at, of, step) => `Step ${at} of ${of}: ${step}`,
    step: {
      consent: 'Consent',
      household: 'Who lives there',
      place: 'Where',
      needs: 'Situation and needs',
      pictures: 'Pictures',
      check: 'Look again',
    },
    back: 'Back',
    next: (step) => `Next: ${step}`,
    consentHow: 'What do they say?',
    refusedConsent: 'If they do not agree nothing is noted. Press “Discard this survey”.',
    person: (number) => `Person ${number}`,
    scanCard: 'Scan the identity card',
    scanCardHint: 'Its code is read; no picture of the card is taken or kept.',
    scanCardNot: 'Type it instead',
    name: 'Full name',
    birthYear: 'Year of birth',
    sex: 'Sex',
    sexes: { male: 'Male', female: 'Female' },
    idNumber: 'Number of the identity card',
    idHint: 'As on the card; empty where there is none.',
    phone: 'Phone',
    addPerson: 'Another person',
    removePerson: 'Remove this person',
    commune: 'Find the commune',
    communeHint: 'Type its name; diacritics may be left out.',
    communeNone: 'No such commune. Type less, and the name since July 2025.',
    communeOther: 'Another commune',
    placesMissing: 'This device has no list of communes yet. Connect for a moment and try again.',
    address: 'Hamlet, house number',
    howToFind: 'The way to the house',
    howToFindHint: 'So that a courier finds it: near what, where to turn, whom to ask.',
    placeTake: 'Take the position of the house',
    placeTaking: 'Taking the position…',
    placeTaken: (metres) => `Position taken, give or take ${metres} m.`,
    placeNone: 'No position to be had. Go on without, and describe the way well.',
    category: 'Category',
    subCategory: 'In detail',
    size: 'People in the household',
    needs: 'What is needed, and how much',
    needsHint: 'Choose goods, then say how much.',
    quantity: 'How much',
    unit: 'Unit',
    removeNeed: (name) => `Remove ${name}`,
    picturesWhat: 'One to four pictures of the house and how they live. No papers, no faces of children.',
    picturesNone: 'Where no picture can be taken, go on without.',
    checkWhat: 'Look again, then record. After that this device cannot read names and pictures any more.',
    finish: 'Record the survey',
    recording: 'Recording…',
    lost: 'Names and address that were begun cannot be opened any more. Ask and note them again.',
    discard: 'Discard this survey',
    discardWhat: 'What was noted and the pictures are gone for good.',
    discardYes: 'Discard it',
    people: (count) => `${count} people`,
    noPicture: 'no picture yet',
    picturesCount: (count) => `${count} pictures`,
  },
)

const refusalText = defineText(
  {
    'consent-missing': 'Chưa có đồng ý. Đọc cho gia đình nghe, rồi chọn câu trả lời.',
    'nobody-named': 'Chưa có tên ai. Ghi ít nhất tên một người.',
    'birth-year-wrong': (who: number) =>
      `Năm sinh của người thứ ${who} chưa đúng. Ghi bốn chữ số, hoặc để trống.`,
    'id-number-wrong': (who: number) =>
      `Số giấy tờ của người thứ ${who} chưa đúng. Căn cước có 12 số, CMND cũ 9 số; không rõ thì để trống.`,
    'phone-wrong': (who: number) =>
      `Điện thoại của người thứ ${who} chưa đúng. Ghi đủ 10 số, bắt đầu bằng 0; không có thì để trống.`,
    'commune-missing': 'Chưa chọn xã, phường. Gõ tên rồi chọn trong danh sách.',
    'category-missing': 'Chưa chọn nhóm hồ sơ.',
    'sub-category-missing': 'Chọn cụ thể hơn bên dưới nhóm hồ sơ.',
    'size-wrong': 'Ghi số người trong nhà, ít nhất là 1.',
    'need-wrong': (which: number) =>
      `Nhu cầu thứ ${which} chưa đúng số lượng. Ghi một số lớn hơn 0, hoặc bỏ dòng đó.`,
  },
  {
    'consent-missing': 'No consent yet. Read it to them, then choose what they say.',
    'nobody-named': 'Nobody is named. Write at least one name.',
    'birth-year-wrong': (who) =>
      `The year of birth of person ${who} is not right. Four digits, or leave it empty.`,
    'id-number-wrong': (who) =>
      `The number of person ${who} is not right. Twelve digits, old cards nine; leave it empty if it is not known.`,
    'phone-wrong': (who) =>
      `The phone of person ${who} is not right. Ten digits that begin with 0, or leave it empty.`,
    'commune-missing': 'No commune yet. Type its name and choose it from the list.',
    'category-missing': 'No category yet.',
    'sub-category-missing': 'Say it in more detail below the category.',
    'size-wrong': 'Write how many people live there, 1 at least.',
    'need-wrong': (which) =>
      `Need ${which} has no right quantity. Write a number above 0, or remove the line.`,
  },
)

export function sentenceForSurvey(refusal: SurveyRefusal, language: Language): string {
  const text = refusalText[language]
  switch (refusal.kind) {
    case 'birth-year-wrong':
    case 'id-number-wrong':
    case 'phone-wrong':
      return text[refusal.kind](refusal.person + 1)
    case 'need-wrong':
      return text['need-wrong'](refusal.need + 1)
    default:
      return text[refusal.kind]
  }
}

export function sentenceForCloseSurvey(refusal: CloseSurveyRefusal, language: Language): string {
  switch (refusal.kind) {
    case 'storage-full':
    case 'storage-broken':
    case 'not-enrolled':
      return storageText[language].refusal[refusal.kind]
    case 'draft-closed':
      return draftText[language].closedElsewhere
    case 'no-key':
    case 'part-too-large':
      return partText[language].refusal[refusal.kind]
    default:
      return assertNever(refusal)
  }
}
