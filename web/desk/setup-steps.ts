import type { DeviceRow } from '#shared/desk/desk-device-wire'
import type { StaffRow } from '#shared/desk/desk-staff-wire'
import type { WarehouseRow } from '#shared/desk/desk-warehouse-wire'

/** What a new warehouse needs, in the order it is best done. */
export const STEPS = ['warehouse', 'shelves', 'staff', 'device', 'items', 'caseFiles', 'green'] as const
export type SetupState = Readonly<Record<(typeof STEPS)[number], boolean>>

export interface SetupFacts {
  readonly warehouses: readonly WarehouseRow[]
  readonly staff: readonly StaffRow[]
  readonly devices: readonly DeviceRow[]
  readonly itemCount: number
  readonly caseFileCount: number
  readonly greenCount: number
}

/** A step is done when what it makes is there, by whatever way it came: nobody ticks it off by hand. */
export function setupState(facts: SetupFacts): SetupState {
  return {
    warehouse: facts.warehouses.length > 0,
    shelves: facts.warehouses.some(({ shelfCount }) => shelfCount > 0),
    staff: facts.staff.some(({ active, hasPin }) => active && hasPin),
    device: facts.devices.some(({ revokedAt }) => revokedAt === null),
    items: facts.itemCount > 0,
    caseFiles: facts.caseFileCount > 0,
    green: facts.greenCount > 0,
  }
}
