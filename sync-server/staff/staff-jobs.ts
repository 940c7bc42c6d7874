import type { WarehouseId } from '#shared/location/location'
import { err, ok, type Result } from '#shared/result'
import type { KeyBox, Role, StaffId, StaffMember } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import type { PeopleTables } from '../database/people-tables.ts'
import type { WriterDb } from '../database/writer-db.ts'
import { putDocument } from '../document/put-document.ts'

export type StaffRecord = PeopleTables['staffMember']

export type StaffRefusal =
  | { readonly kind: 'not-found' }
  | { readonly kind: 'warehouse-unknown' }
  | { readonly kind: 'user-name-taken' }
  | { readonly kind: 'last-admin' }
  | { readonly kind: 'pin-missing' }
  | { readonly kind: 'warehouse-missing' }
  | { readonly kind: 'sign-in-missing' }

/** Keepers and couriers sign in with a PIN on their warehouse's tablets, the others at the desk. */
const TABLET_ROLES: readonly Role[] = ['keeper', 'courier']

export function addStaff(
  db: WriterDb,
  { staff, changedBy }: { readonly staff: StaffRecord; readonly changedBy: string },
): Result<StaffRecord, StaffRefusal> {
  const refusal = refuseStaff(db, staff)
  if (refusal) return err(refusal)
  db.run(db.query.insertInto('staffMember').values(staff))
  putStaffDocument(db, { staff, changedBy, at: staff.createdAt })
  return ok(staff)
}

export interface StaffPatch {
  readonly id: StaffId
  readonly change: Partial<Omit<StaffRecord, 'id' | 'createdAt'>>
  readonly changedBy: string
  readonly at: Instant
}

/** Who loses a right or gets another password is signed out everywhere at once. */
export function changeStaff(
  db: WriterDb,
  { id, change, changedBy, at }: StaffPatch,
): Result<StaffRecord, StaffRefusal> {
  const old = db.get(db.query.selectFrom('staffMember').selectAll().where('id', '=', id))
  if (!old) return err({ kind: 'not-found' })
  const staff: StaffRecord = { ...old, ...change }
  const refusal = staff.active === 0 ? undefined : refuseStaff(db, staff)
  if (refusal) return err(refusal)
  const wasAdmin = old.role === 'admin' && old.active === 1
  const isAdmin = staff.role === 'admin' && staff.active === 1
  if (wasAdmin && !isAdmin && countAdmins(db) === 1) return err({ kind: 'last-admin' })

  db.run(db.query.updateTable('staffMember').set(staff).where('id', '=', id))
  const isSignedOut =
    staff.role !== old.role ||
    staff.active !== old.active ||
    staff.passwordHash !== old.passwordHash ||
    staff.userName !== old.userName
  if (isSignedOut) db.run(db.query.deleteFrom('session').where('staffId', '=', id))
  putStaffDocument(db, { staff, changedBy, at })
  return ok(staff)
}

export function countAdmins(db: Pick<WriterDb, 'query' | 'all'>): number {
  return db.all(
    db.query.selectFrom('staffMember').select('id').where('role', '=', 'admin').where('active', '=', 1),
  ).length
}

function refuseStaff(db: WriterDb, staff: StaffRecord): StaffRefusal | undefined {
  const isOnTablet = TABLET_ROLES.includes(staff.role)
  if (isOnTablet && staff.pinHash === null) return { kind: 'pin-missing' }
  if (isOnTablet && staff.warehouseId === null) return { kind: 'warehouse-missing' }
  if (!isOnTablet && (staff.userName === null || staff.passwordHash === null) && staff.pinHash === null) {
    return { kind: 'sign-in-missing' }
  }
  if (staff.warehouseId !== null && !hasWarehouse(db, staff.warehouseId)) return { kind: 'warehouse-unknown' }
  if (staff.userName === null) return undefined
  const other = db.get(
    db.query
      .selectFrom('staffMember')
      .select('id')
      .where('userName', '=', staff.userName)
      .where('id', '!=', staff.id),
  )
  return other ? { kind: 'user-name-taken' } : undefined
}

function hasWarehouse(db: WriterDb, id: WarehouseId): boolean {
  return db.get(db.query.selectFrom('warehouse').select('id').where('id', '=', id)) !== undefined
}

/**
 * What tablets need to sign a person in without a network; who has left keeps the name and loses the PIN. Only the
 * tablets of the person's warehouse get it: a PIN hash is worth guessing.
 */
function putStaffDocument(
  db: WriterDb,
  { staff, changedBy, at }: { readonly staff: StaffRecord; readonly changedBy: string; readonly at: Instant },
): void {
  const active = staff.active === 1
  const body: StaffMember = {
    id: staff.id,
    name: staff.name,
    role: staff.role,
    ...(staff.warehouseId !== null && { warehouseId: staff.warehouseId }),
    ...(active && staff.pinHash !== null && { pinHash: staff.pinHash }),
    ...(active && staff.keyBox !== null && { keyBox: JSON.parse(staff.keyBox) as KeyBox }),
    active,
  }
  putDocument(db, {
    collection: 'staff',
    id: staff.id,
    body,
    warehouseId: staff.warehouseId ?? undefined,
    changedBy,
    at,
  })
}
