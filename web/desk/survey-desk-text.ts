import { defineText } from '#shared/i18n/text'

export const surveyDeskText = defineText(
  {
    title: (code: string) => `Khảo sát ${code}`,
    open: 'Ghi khảo sát',
    back: 'Về yêu cầu',
    consent: 'Gia đình trả lời thế nào?',
    household: 'Người trong nhà, nơi ở',
    situation: 'Hoàn cảnh, nhu cầu',
    pictures: 'Ảnh nhà',
    picturesHint: 'Chọn câu trả lời của gia đình trước. Không đưa ảnh giấy tờ, không đưa ảnh mặt trẻ em.',
    record: 'Ghi khảo sát',
    missing: {
      consent: 'Chưa ghi gia đình trả lời thế nào. Không đồng ý thì không ghi gì.',
      name: 'Chưa có tên ai. Ghi ít nhất tên một người.',
    },
    changedMeanwhile:
      'Có người vừa sửa thông tin hộ này. Những gì bạn gõ vẫn còn; tải lại trang, xem rồi ghi lại.',
  },
  {
    title: (code) => `Survey of ${code}`,
    open: 'Note a survey',
    back: 'To the request',
    consent: 'What do they say?',
    household: 'Who lives there, and where',
    situation: 'Situation and needs',
    pictures: 'Pictures of the house',
    picturesHint: 'Say what they answered first. No papers, no faces of children.',
    record: 'Record the survey',
    missing: {
      consent: 'What they say is missing. Where they do not agree nothing is noted.',
      name: 'Nobody is named. Write at least one name.',
    },
    changedMeanwhile:
      'Somebody has just changed this household. Load the page anew, look at it and note the survey again.',
  },
)
