import type { LifeStep } from '#shared/case-file/life'
import type { Sentence } from '#shared/i18n/text'

/** What is told at a step. Nothing about anybody. */
const SENTENCE_BY_STEP: Readonly<Record<LifeStep, Sentence | undefined>> = {
  survey: undefined,
  verification: {
    vi: 'Yêu cầu của bạn đang được xác minh.',
    en: 'Your request is being verified.',
  },
  published: {
    vi: 'Yêu cầu của bạn đã được xác minh.',
    en: 'Your request has been verified.',
  },
  planned: {
    vi: 'Đồ cho bạn đã được chuẩn bị.',
    en: 'Goods for you have been prepared.',
  },
  help: {
    vi: 'Đồ đang trên đường tới. Ở nhà cần có người nhận.',
    en: 'The goods are on their way. Somebody should be at home.',
  },
  confirmed: {
    vi: 'Đồ đã được trao. Nếu có gì không đúng, hãy gọi cho chúng tôi.',
    en: 'The goods have been handed over. If anything is wrong, call us.',
  },
  refused: {
    vi: 'Chúng tôi chưa giúp được yêu cầu của bạn. Mở trang theo dõi để xem lý do và hỏi ai.',
    en: 'We could not help with your request. Open the page of your code to see why and whom to ask.',
  },
}

/** For a page or a notice that can be opened; undefined when there is nothing to say. */
export function stepSentence(step: LifeStep): Sentence | undefined {
  return SENTENCE_BY_STEP[step]
}

/** As a text message, in Vietnamese, with who it is from and where to look. */
export function messageText(
  step: LifeStep,
  trackCode: string,
  publicUrl: string | undefined,
): string | undefined {
  const text = SENTENCE_BY_STEP[step]?.vi
  if (text === undefined) return undefined
  const begun = text[0]!.toLowerCase() + text.slice(1)
  return `Kho 4Đ: ${begun} ${publicUrl === undefined ? `Mã: ${trackCode}` : `${publicUrl}/ho-so/${trackCode}`}`
}
