import type { StaffAdd, StaffChange, StaffRow } from '#shared/desk/desk-staff-wire'
import type { WarehouseId } from '#shared/location/location'
import type { Role } from '#shared/staff/staff'

/** The form about a person as typed; an empty warehouse means every warehouse. */
export interface StaffTyped {
  readonly name: string
  readonly role: Role
  readonly warehouseId: WarehouseId | ''
  readonly pin: string
  readonly userName: string
  readonly password: string
  /** Codes of communes and provinces. */
  readonly placeCodes: readonly string[]
}

/** Who holds a tablet signs in with a PIN; who works at the desk with a password. Some do both. */
export function needsPin(role: Role): boolean {
  return role === 'keeper' || role === 'courier'
}

export function typedFrom(person: StaffRow | undefined, onlyWarehouse: WarehouseId | undefined): StaffTyped {
  return {
    name: person?.name ?? '',
    role: person?.role ?? 'keeper',
    warehouseId: person ? (person.warehouseId ?? '') : (onlyWarehouse ?? ''),
    pin: '',
    userName: person?.userName ?? '',
    password: '',
    placeCodes: person?.placeCodes ?? [],
  }
}

/** What is left empty is not sent: it is optional when adding, and stays as it was when changing. */
function filled({ pin, userName, password }: StaffTyped) {
  return {
    ...(pin !== '' && { pin }),
    ...(userName.trim() !== '' && { userName }),
    ...(password !== '' && { password }),
  }
}

export function readStaffAdd(typed: StaffTyped): StaffAdd {
  return {
    name: typed.name,
    role: typed.role,
    warehouseId: typed.warehouseId === '' ? null : typed.warehouseId,
    ...(typed.placeCodes.length > 0 && { placeCodes: [...typed.placeCodes] }),
    ...filled(typed),
  }
}

/** Only what differs, so that two people may change different things of one person. */
export function readStaffChange(typed: StaffTyped, person: StaffRow): StaffChange {
  const warehouseId = typed.warehouseId === '' ? null : typed.warehouseId
  const { userName, ...secrets } = filled(typed)
  return {
    ...(typed.name !== person.name && { name: typed.name }),
    ...(typed.role !== person.role && { role: typed.role }),
    ...(warehouseId !== person.warehouseId && { warehouseId }),
    ...(userName !== undefined && userName !== person.userName && { userName }),
    ...(typed.placeCodes.join() !== person.placeCodes.join() && { placeCodes: [...typed.placeCodes] }),
    ...secrets,
  }
}
