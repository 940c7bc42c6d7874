import type { CaseFileId } from '#shared/case-file/case-file'
import type { ImportKind } from '#shared/desk/desk-import-wire'
import type { DeviceId } from '#shared/device/device'
import type { WarehouseId } from '#shared/location/location'
import type { Role, StaffId } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'

/** Tables about people: accounts, sessions, devices, households. `null` in `…By` is the command line. */
export interface PeopleTables {
  warehouse: {
    id: WarehouseId
    code: string
    codeFolded: string
    name: string
    /** The number of the newest shelf: numbers are never used again, since labels stay on shelves. */
    lastShelf: number
    createdAt: Instant
  }
  staffMember: {
    id: StaffId
    name: string
    role: Role
    warehouseId: WarehouseId | null
    userName: string | null
    passwordHash: string | null
    pinHash: string | null
    /** A KeyBox as JSON; null when no PIN was set since there are key boxes. */
    keyBox: string | null
    active: 0 | 1
    createdAt: Instant
  }
  session: { idHash: string; staffId: StaffId; csrf: string; createdAt: Instant; expiresAt: Instant }
  signInFailure: { keyHash: string; failures: number; lastAt: Instant; lockedUntil: Instant | null }
  device: {
    id: DeviceId
    warehouseId: WarehouseId
    name: string
    tokenHash: string
    enrolledAt: Instant
    revokedAt: Instant | null
  }
  enrolCode: {
    codeHash: string
    warehouseId: WarehouseId
    createdBy: StaffId | null
    expiresAt: Instant
    usedAt: Instant | null
  }
  setupCode: { codeHash: string; createdAt: Instant }
  caseFilePrivate: {
    caseFileId: CaseFileId
    name: string
    phone: string
    address: string
    changedAt: Instant
    changedBy: StaffId | null
  }
  importRun: {
    id: string
    kind: ImportKind
    importedAt: Instant
    importedBy: StaffId | null
    newCount: number
    changedCount: number
    unchangedCount: number
    badCount: number
  }
}
