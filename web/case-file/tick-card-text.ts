import { defineText } from '#shared/i18n/text'

export const tickCardText = defineText(
  {
    setOn: {
      green: (day: string) => `xác minh ${day}`,
      yellow: (day: string) => `đặt ngày ${day}`,
      red: (day: string) => `đặt ngày ${day}`,
    },
    validUntil: (day: string) => `còn hạn đến ${day}`,
    ranOut: (day: string) => `hết hạn ${day}`,
    people: (count: number) => `${count} người`,
    knownAt: (time: string) => `biết lúc ${time}`,
    knownDays: (days: number) => `biết từ ${days} ngày trước: nối mạng một lúc để xem lại`,
    knownNever: 'máy này chưa nối mạng lần nào',
  },
  {
    setOn: {
      green: (day) => `verified ${day}`,
      yellow: (day) => `set on ${day}`,
      red: (day) => `set on ${day}`,
    },
    validUntil: (day) => `valid until ${day}`,
    ranOut: (day) => `ran out ${day}`,
    people: (count) => (count === 1 ? '1 person' : `${count} people`),
    knownAt: (time) => `known at ${time}`,
    knownDays: (days) =>
      `known since ${days === 1 ? '1 day' : `${days} days`} ago: connect for a moment to look again`,
    knownNever: 'this device has never connected',
  },
)
