import type { CaseFile, CaseFileId, Need, Tick } from '#shared/case-file/case-file'
import type { Item, ItemId } from '#shared/item/item'
import type { LocationId, WarehouseId } from '#shared/location/location'
import { lotId } from '#shared/lot/lot'
import type { StaffId } from '#shared/staff/staff'
import { addDays, dayInVietnam, instantFromMs, type Instant, type LocalDate } from '#shared/time/time'
import { hashCredentials } from '../../sync-server/staff/staff-credentials.ts'
import { createFactMaker } from './make-fact.ts'
import { startTestServer, type TestDevice, type TestServer } from './test-server.ts'

/** PINs of the people below. */
export const PINS = { lan: '274951', minh: '830264' } as const

export const NOODLES = '8934563138165'
export const MILK = '8934673573399'
export const FISH = '8934804020006'

/** A warehouse as tablets find it: shelves, people, goods, case files of every tick, and stock on the shelves. */
export interface StoreForTests {
  readonly server: TestServer
  readonly warehouseId: WarehouseId
  /** Another device of the same warehouse, which brought the stock. */
  readonly device: TestDevice
  readonly shelves: Readonly<Record<'A-1' | 'B-2', LocationId>>
  readonly caseFiles: Readonly<Record<'green' | 'yellow' | 'red' | 'expired', CaseFileId>>
  /** Days seen from today, since a tablet has no other clock. */
  readonly day: (fromToday: number) => LocalDate
}

export async function openStoreForTests(): Promise<StoreForTests> {
  const dist = process.env['KHO4D_DIST']
  const server = await startTestServer(dist ? { distFolder: dist } : {})
  const at = instantFromMs(Date.now())
  const today = dayInVietnam(at)
  const warehouseId = await server.addWarehouse('HN')
  const shelves = {
    'A-1': await server.addShelf(warehouseId, 'A-1'),
    'B-2': await server.addShelf(warehouseId, 'B-2'),
  }
  await addStaff(server, warehouseId, at, 'lan', 'Nguyễn Thị Lan')
  await addStaff(server, warehouseId, at, 'minh', 'Trần Quang Minh')
  for (const item of ITEMS) await server.writer.write('addItem', { item, changedBy: 'test', at })
  const needs: Need[] = [
    { category: 'food', quantity: 30, unit: 'gói' },
    { category: 'staple', quantity: 25_000, unit: 'kg' },
    { itemId: itemId(MILK), quantity: 12, unit: 'hộp' },
  ]
  const add = (code: string, tick: Tick, tickUntil: Instant | null) =>
    addCaseFile(
      server,
      at,
      { code, needs, category: 'poor-household', communeCode: '00004', provinceCode: '01' },
      tick,
      tickUntil,
    )
  const caseFiles = {
    green: await add('H-0412', 'green', instantFromMs(Date.now() + 90 * 86_400_000)),
    yellow: await add('H-0413', 'yellow', null),
    red: await add('H-0414', 'red', null),
    expired: await add('H-0415', 'green', instantFromMs(Date.now() - 86_400_000)),
  }
  const device = await server.addDevice(warehouseId, 'Máy nhập sẵn')
  const facts = createFactMaker(device)
  const day = (fromToday: number) => addDays(today, fromToday)
  const line = (
    gtin: string,
    shelf: LocationId,
    quantity: number,
    expiresOn?: LocalDate,
    lotNumber?: string,
  ) => ({
    itemId: itemId(gtin),
    lotId: lotId({ itemId: itemId(gtin), ...(expiresOn && { expiresOn }), ...(lotNumber && { lotNumber }) }),
    quantity,
    fromId: 'donor:anonymous',
    toId: shelf,
  })
  await device.push([
    facts.movement({
      lines: [
        line(NOODLES, shelves['A-1'], 40, day(200)),
        line(MILK, shelves['A-1'], 24, day(280), 'L2'),
        line(MILK, shelves['B-2'], 6, day(11), 'L1'),
        line(FISH, shelves['B-2'], 10, day(2)),
      ],
    }),
  ])
  return { server, warehouseId, device, shelves, caseFiles, day }
}

function itemId(gtin: string): ItemId {
  return `gtin:${gtin.padStart(14, '0')}` as ItemId
}

export const ITEMS = [
  item(NOODLES, 'Mì Hảo Hảo tôm chua cay 75 g', 'food', 'gói', 'expiry'),
  item(MILK, 'Sữa tươi Vinamilk không đường 180 ml', 'baby', 'hộp', 'expiry'),
  item(FISH, 'Cá hộp Ba Cô Gái sốt cà', 'food', 'hộp', 'expiry'),
  {
    id: 'item:gao-st25' as ItemId,
    name: 'Gạo tẻ ST25',
    category: 'staple',
    baseUnit: 'gram',
    unit: 'kg',
    packs: [],
    dates: 'none',
  } satisfies Item,
]

function item(
  gtin: string,
  name: string,
  category: Item['category'],
  unit: string,
  dates: Item['dates'],
): Item {
  const packs = gtin === NOODLES ? [{ unit: 'thùng', quantity: 30 }] : []
  return {
    id: itemId(gtin),
    gtin: gtin.padStart(14, '0') as NonNullable<Item['gtin']>,
    name,
    category,
    baseUnit: 'piece',
    unit,
    packs,
    dates,
  }
}

export async function addStaff(
  server: TestServer,
  warehouseId: WarehouseId,
  at: Instant,
  id: keyof typeof PINS,
  name: string,
): Promise<void> {
  const hashed = await hashCredentials({ pin: PINS[id] })
  if (!hashed.ok) throw new Error(hashed.error.kind)
  const added = await server.writer.write('addStaff', {
    staff: {
      id: id as string as StaffId,
      name,
      role: 'keeper',
      warehouseId,
      userName: null,
      passwordHash: null,
      pinHash: hashed.value.pinHash ?? null,
      keyBox: hashed.value.keyBox ?? null,
      active: 1,
      createdAt: at,
    },
    changedBy: 'test',
  })
  if (!added.ok) throw new Error(added.error.kind)
}

async function addCaseFile(
  server: TestServer,
  at: Instant,
  caseFile: Pick<CaseFile, 'code' | 'needs' | 'category' | 'communeCode' | 'provinceCode'>,
  tick: Tick,
  tickUntil: Instant | null,
): Promise<CaseFileId> {
  const added = await server.writer.write('addCaseFile', {
    caseFile: { ...caseFile, householdSize: 5 },
    changedBy: 'test',
    at,
  })
  if (!added.ok) throw new Error(added.error.kind)
  if (tick !== 'red') {
    await server.writer.write('setTick', { id: added.value, tick, tickUntil, changedBy: 'test', at })
  }
  return added.value
}
