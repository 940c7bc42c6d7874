import { defineText } from '#shared/i18n/text'
import type { LifeStep } from '#shared/case-file/life'

type WaitingStep = Extract<LifeStep, 'survey' | 'verification' | 'published' | 'planned' | 'help'>

export const supervisionText = defineText(
  {
    title: 'Giám sát',
    what: 'Bao nhiêu hồ sơ đang chờ ở bước nào, và chờ bao lâu. Không có tên ai.',
    province: 'Tỉnh, thành',
    commune: 'Xã, phường',
    step: {
      survey: 'Chờ khảo sát',
      verification: 'Chờ xác minh',
      published: 'Chờ giúp',
      planned: 'Đã chuẩn bị',
      help: 'Đang giao',
    } satisfies Record<WaitingStep, string>,
    oldest: 'Chờ lâu nhất',
    days: (days: string) => `${days} ngày`,
    long: (cases: string) => `${cases} quá 14 ngày`,
    longTitle: 'Quá 14 ngày',
    none: 'Không ai đang chờ.',
    noneHint: 'Yêu cầu và hồ sơ mới sẽ hiện ở đây theo tỉnh.',
    whole: 'Cả nước',
  },
  {
    title: 'Supervision',
    what: 'How many case files wait in which step, and for how long. Nobody’s name is here.',
    province: 'Province',
    commune: 'Commune',
    step: {
      survey: 'Waiting for a visit',
      verification: 'Waiting to be verified',
      published: 'Waiting for help',
      planned: 'Prepared',
      help: 'On the way',
    },
    oldest: 'Longest wait',
    days: (days) => `${days} days`,
    long: (cases) => `${cases} over 14 days`,
    longTitle: 'Over 14 days',
    none: 'Nobody is waiting.',
    noneHint: 'Requests and new case files show up here by province.',
    whole: 'The whole country',
  },
)
