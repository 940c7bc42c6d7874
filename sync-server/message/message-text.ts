import type { LifeStep } from '#shared/case-file/life'

/** What is sent at a step; in Vietnamese, as those who asked read it. Nothing about anybody. */
export const MESSAGE_BY_STEP: Readonly<Record<LifeStep, string | undefined>> = {
  survey: undefined,
  verification: 'Kho 4Đ: yêu cầu của bạn đang được xác minh.',
  published: 'Kho 4Đ: yêu cầu của bạn đã được xác minh.',
  planned: 'Kho 4Đ: đồ cho bạn đã được chuẩn bị.',
  help: 'Kho 4Đ: đồ đang trên đường tới. Ở nhà cần có người nhận.',
  confirmed: 'Kho 4Đ: đồ đã được trao. Nếu có gì không đúng, hãy gọi cho chúng tôi.',
  refused: 'Kho 4Đ: chúng tôi chưa giúp được yêu cầu của bạn. Mở trang theo dõi để xem lý do và hỏi ai.',
}

export function messageText(
  step: LifeStep,
  trackCode: string,
  publicUrl: string | undefined,
): string | undefined {
  const text = MESSAGE_BY_STEP[step]
  if (text === undefined) return undefined
  return `${text} ${publicUrl === undefined ? `Mã: ${trackCode}` : `${publicUrl}/ho-so/${trackCode}`}`
}
