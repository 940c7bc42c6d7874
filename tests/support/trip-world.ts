import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import { slipCode } from '#shared/gs1/slip-code'
import type { LocationId, WarehouseId } from '#shared/location/location'
import type { MovementId } from '#shared/movement/movement'
import type { Household } from '#shared/person/person'
import type { Role, StaffId, StaffMember } from '#shared/staff/staff'
import type { Instant } from '#shared/time/time'
import { hashCredentials } from '../../sync-server/staff/staff-credentials.ts'
import type { createFactMaker } from './make-fact.ts'
import type { TestDevice, TestServer } from './test-server.ts'

/** A courier, or who else goes out, with a PIN, and so with a key that names can be sealed to. */
export async function addCourier(
  { writer, reader }: TestServer,
  warehouseId: WarehouseId,
  {
    id,
    name,
    pin,
    at,
    role = 'courier',
  }: {
    readonly id: string
    readonly name: string
    readonly pin: string
    readonly at: Instant
    readonly role?: Role
  },
): Promise<StaffMember> {
  const hashed = await hashCredentials({ pin })
  if (!hashed.ok) throw new Error(hashed.error.kind)
  const added = await writer.write('addStaff', {
    staff: {
      id: id as StaffId,
      name,
      role,
      warehouseId,
      userName: null,
      passwordHash: null,
      pinHash: null,
      keyBox: null,
      ...hashed.value,
      active: 1,
      createdAt: at,
    },
    changedBy: 'test',
  })
  if (!added.ok) throw new Error(added.error.kind)
  const stored = reader.get(
    reader.query.selectFrom('document').select('body').where('collection', '=', 'staff').where('id', '=', id),
  )
  return JSON.parse(stored!.body) as StaffMember
}

/** A verified case file with its household, if one is given. */
export async function addFiledHousehold(
  { writer, persons }: TestServer,
  { code, household, at }: { readonly code: string; readonly household?: Household; readonly at: Instant },
): Promise<CaseFileId> {
  const added = await writer.write('addCaseFile', {
    caseFile: {
      code,
      category: 'elderly',
      provinceCode: '01',
      communeCode: '00004',
      householdSize: 2,
      needs: [{ category: 'food', quantity: 10, unit: 'gói' }],
    },
    changedBy: 'test',
    at,
  })
  if (!added.ok) throw new Error(added.error.kind)
  await writer.write('setTick', { id: added.value, tick: 'green', tickUntil: null, changedBy: 'test', at })
  if (household) await persons.put(added.value, household, 'test')
  return added.value
}

/** Goods leave a shelf for a case file; answers what stands on the label. */
export async function dispatchTo(
  device: TestDevice,
  facts: ReturnType<typeof createFactMaker>,
  {
    caseFileId,
    shelfId,
    quantity = 1,
    goods = {},
    lines = [{ ...goods, quantity }],
  }: {
    readonly caseFileId: CaseFileId
    readonly shelfId: LocationId
    readonly quantity?: number
    readonly goods?: { readonly itemId?: string; readonly lotId?: string }
    /** Instead, where there are several. */
    readonly lines?: readonly {
      readonly itemId?: string
      readonly lotId?: string
      readonly quantity: number
    }[]
  },
): Promise<ConsignmentId> {
  const id = crypto.randomUUID()
  const consignmentId = slipCode('consignment', id as MovementId) as ConsignmentId
  const fact = facts.movement({
    id,
    kind: 'dispatch',
    lines: lines.map((line) => ({ ...line, fromId: shelfId, toId: `transit:${consignmentId}` })),
    rest: { caseFileId, consignmentId },
  })
  const { results } = await device.push([fact])
  if (results.some((result) => 'refused' in result)) throw new Error(JSON.stringify(results))
  return consignmentId
}
