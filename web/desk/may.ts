import type { Role } from '#shared/staff/staff'

/** What the desk offers to whom. The server decides; this only spares people buttons that would be refused. */
export const MAY = {
  manageStaff: ['admin'],
  manageWarehouses: ['admin', 'coordinator'],
  manageDevices: ['admin', 'coordinator'],
  manageItems: ['admin', 'coordinator'],
  manageCaseFiles: ['admin', 'coordinator', 'verifier'],
  seePersons: ['admin', 'coordinator', 'verifier'],
  setTicks: ['admin', 'verifier'],
  handleFindings: ['admin', 'coordinator', 'auditor', 'verifier'],
  import: ['admin', 'coordinator'],
} as const satisfies Record<string, readonly Role[]>

export function may(role: Role, what: keyof typeof MAY): boolean {
  return (MAY[what] as readonly Role[]).includes(role)
}
