import type { Role } from '#shared/staff/staff'

/** What the desk offers to whom. The server decides; this only spares people buttons that would be refused. */
export const MAY = {
  seeFindings: ['coordinator', 'auditor', 'admin'],
  seeStaff: ['coordinator', 'auditor', 'admin'],
  supervise: ['coordinator', 'auditor', 'admin'],
  seeDevices: ['coordinator', 'auditor', 'admin'],
  manageStaff: ['admin'],
  manageWarehouses: ['admin'],
  manageDevices: ['admin'],
  manageRules: ['admin'],
  manageItems: ['coordinator', 'admin'],
  manageCaseFiles: ['coordinator', 'admin'],
  seeTrips: ['coordinator', 'auditor', 'admin'],
  manageTrips: ['coordinator', 'admin'],
  handleFindings: ['coordinator', 'admin'],
  import: ['coordinator', 'admin'],
  setTicks: ['verifier', 'coordinator', 'admin'],
  releasePictures: ['coordinator', 'admin'],
  publish: ['coordinator', 'admin'],
  seeDataRequests: ['coordinator', 'auditor', 'admin'],
  answerPersons: ['coordinator', 'admin'],
  watchReads: ['auditor', 'admin'],
  seePersons: ['verifier', 'coordinator', 'admin'],
} as const satisfies Record<string, readonly Role[]>

export function may(role: Role, what: keyof typeof MAY): boolean {
  return (MAY[what] as readonly Role[]).includes(role)
}
