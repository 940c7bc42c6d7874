import { randomUUID } from 'node:crypto'
import type { CaseFile } from '#shared/case-file/case-file'
import type { DeviceId } from '#shared/device/device'
import type { Location, WarehouseId } from '#shared/location/location'
import type { Role, StaffId } from '#shared/staff/staff'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { createSecret, hashSecret } from '../../sync-server/access/secret.ts'
import type { Writer } from '../../sync-server/database/writer.ts'
import type { Persons } from '../../sync-server/person/persons.ts'
import { hashPassword } from '../../sync-server/staff/password.ts'
import { hashCredentials } from '../../sync-server/staff/staff-credentials.ts'
import { accept } from './accept.ts'
import { addDemoCaseFiles } from './demo-case-files.ts'
import { DEMO_ITEMS } from './demo-items.ts'
import {
  DEMO_PIN,
  DEMO_SECOND_PIN,
  DEMO_SHELVES,
  DEMO_SIGN_IN,
  DEMO_TEAM_DEVICES,
  DEMO_WAREHOUSES,
} from './demo-places.ts'

export interface DemoDevice {
  readonly deviceId: DeviceId
  readonly warehouseId: WarehouseId
}
export interface DemoWarehouse {
  readonly id: WarehouseId
  readonly shelves: readonly Location[]
  readonly devices: readonly DemoDevice[]
  readonly keeperId: StaffId
  readonly leadId: StaffId
  readonly courierId: StaffId
}
/** Who goes out from the first warehouse, and with what. */
export interface DemoTeam {
  /** The first visits, the second answers for what she found. */
  readonly verifierIds: readonly [StaffId, StaffId]
  readonly verifierPhone: DemoDevice
  readonly courierPhone: DemoDevice
  /** Where consignments are put on a car and come back from it. */
  readonly yardTablet: DemoDevice
}
export interface DemoWorld {
  readonly adminId: StaffId
  readonly warehouses: readonly DemoWarehouse[]
  readonly team: DemoTeam
  readonly caseFiles: readonly CaseFile[]
}

/** Warehouses, shelves, people, devices, items and case files, made by the same jobs as at the desk. */
export async function createDemoWorld(
  writer: Writer,
  { persons, at, random }: { readonly persons: Persons; readonly at: Instant; readonly random: () => number },
): Promise<DemoWorld> {
  const signed = { changedBy: 'demo', at }
  const adminId = 'demo-admin' as StaffId
  const first = accept(await hashCredentials({ pin: DEMO_PIN }))
  const second = accept(await hashCredentials({ pin: DEMO_SECOND_PIN }))
  const addStaff = async (id: string, name: string, role: Role, rest: Partial<StaffRest> = {}) => {
    const staff = { ...NOBODY, ...rest, id: id as StaffId, name, role, active: 1 as const, createdAt: at }
    accept(await writer.write('addStaff', { staff, changedBy: 'demo' }))
    return staff.id
  }

  const warehouses: DemoWarehouse[] = []
  for (const { code, name, devices } of DEMO_WAREHOUSES) {
    const { id } = accept(await writer.write('addWarehouse', { code, name, at }))
    const shelves: Location[] = []
    for (const shelf of DEMO_SHELVES) {
      shelves.push(accept(await writer.write('addShelf', { ...shelf, warehouseId: id, ...signed })))
    }
    const keeperId = await addStaff(`demo-keeper-${id}`, `Thủ kho mẫu ${code}`, 'keeper', {
      warehouseId: id,
      ...first,
    })
    const leadId = await addStaff(`demo-lead-${id}`, `Trưởng kho mẫu ${code}`, 'coordinator', {
      warehouseId: id,
      ...second,
    })
    const courierId = await addStaff(`demo-courier-${id}`, `Đội giao mẫu ${code}`, 'courier', {
      warehouseId: id,
      ...first,
    })
    const enrolled = await enrolDevices(writer, id, devices, at)
    warehouses.push({ id, shelves, keeperId, leadId, courierId, devices: enrolled })
  }
  const warehouseId = warehouses[0]!.id
  const verifierIds = [
    await addStaff('demo-verifier-1', 'Xác minh mẫu 1', 'verifier', { warehouseId, ...second }),
    await addStaff('demo-verifier-2', 'Xác minh mẫu 2', 'verifier', { warehouseId, ...second }),
  ] as const
  const [verifierPhone, courierPhone, yardTablet] = await enrolDevices(
    writer,
    warehouseId,
    DEMO_TEAM_DEVICES,
    at,
  )
  const team = {
    verifierIds,
    verifierPhone: verifierPhone!,
    courierPhone: courierPhone!,
    yardTablet: yardTablet!,
  }
  const passwordHash = await hashPassword(DEMO_SIGN_IN.password)
  await addStaff(adminId, 'Quản trị mẫu', 'admin', { userName: DEMO_SIGN_IN.userName, passwordHash })
  for (const { item } of DEMO_ITEMS) accept(await writer.write('addItem', { item, ...signed }))
  return { adminId, warehouses, team, caseFiles: await addDemoCaseFiles(writer, { persons, at, random }) }
}

const NOBODY = { warehouseId: null, userName: null, passwordHash: null, pinHash: null, keyBox: null }
type StaffRest = {
  readonly [Key in keyof typeof NOBODY]: (Key extends 'warehouseId' ? WarehouseId : string) | null
}

/** Each tablet by a one-time code of its own, as at the desk. */
async function enrolDevices(
  writer: Writer,
  warehouseId: WarehouseId,
  names: readonly string[],
  at: Instant,
): Promise<DemoDevice[]> {
  const devices: DemoDevice[] = []
  for (const name of names) {
    const codeHash = hashSecret(createSecret())
    const expiresAt = instantFromMs(msFromInstant(at) + 60_000)
    await writer.write('addEnrolCode', { codeHash, warehouseId, createdBy: null, expiresAt, at })
    const deviceId = randomUUID() as string as DeviceId
    const tokenHash = hashSecret(createSecret())
    accept(await writer.write('enrolDevice', { codeHash, deviceId, name, tokenHash, at }))
    devices.push({ deviceId, warehouseId })
  }
  return devices
}
