import { defineText } from '#shared/i18n/text'
import type { MovementKind } from '#shared/movement/movement'

interface KindWords {
  readonly [key: string]: unknown
  readonly kind: Readonly<Record<MovementKind, string>>
}

export const movementText = defineText(
  {
    kind: {
      intake: 'Nhập kho',
      dispatch: 'Xuất kho',
      transfer: 'Chuyển vị trí',
      delivery: 'Giao nhận',
      'give-back': 'Hoàn kho',
      disposal: 'Hủy, thất thoát',
      adjustment: 'Điều chỉnh',
      reversal: 'Đảo bút toán',
    },
    place: {
      anonymousDonor: 'nhà hảo tâm ẩn danh',
      donor: 'nhà hảo tâm',
      shelf: (code: string) => `kệ ${code}`,
      transit: (code: string) => `kiện giao ${code}`,
      caseFile: (code: string) => `hồ sơ ${code}`,
      loss: 'hủy, thất thoát',
      adjustment: 'điều chỉnh kiểm kê',
    },
    lines: (count: string) => `${count} dòng`,
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    lot: (number: string) => `lô ${number}`,
    expires: (day: string) => `HSD ${day}`,
    bestBefore: (day: string) => `dùng tốt nhất trước ${day}`,
    unknownItem: (id: string) => `Hàng chưa có tên (${id})`,
  } satisfies KindWords,
  {
    kind: {
      intake: 'Intake',
      dispatch: 'Dispatch',
      transfer: 'Transfer',
      delivery: 'Delivery',
      'give-back': 'Give-back',
      disposal: 'Disposal',
      adjustment: 'Adjustment',
      reversal: 'Reversal',
    },
    place: {
      anonymousDonor: 'anonymous donor',
      donor: 'a donor',
      shelf: (code: string) => `shelf ${code}`,
      transit: (code: string) => `consignment ${code}`,
      caseFile: (code: string) => `case file ${code}`,
      loss: 'disposal',
      adjustment: 'count adjustment',
    },
    lines: (count: string) => `${count} lines`,
    fromTo: (from: string, to: string) => `${from} → ${to}`,
    lot: (number: string) => `lot ${number}`,
    expires: (day: string) => `expires ${day}`,
    bestBefore: (day: string) => `best before ${day}`,
    unknownItem: (id: string) => `Goods without a name (${id})`,
  },
)
