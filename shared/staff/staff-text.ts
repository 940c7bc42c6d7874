import { defineText } from '../i18n/text.ts'
import type { Role } from './staff.ts'

interface StaffWords {
  readonly [key: string]: Readonly<Record<string, string>>
  readonly role: Readonly<Record<Role, string>>
}

export const staffText = defineText(
  {
    role: {
      keeper: 'Thủ kho',
      courier: 'Đội giao',
      verifier: 'Xác minh',
      coordinator: 'Điều phối',
      auditor: 'Giám sát',
      admin: 'Quản trị',
    },
  } satisfies StaffWords,
  {
    role: {
      keeper: 'Keeper',
      courier: 'Courier',
      verifier: 'Verifier',
      coordinator: 'Coordinator',
      auditor: 'Auditor',
      admin: 'Administrator',
    },
  },
)
