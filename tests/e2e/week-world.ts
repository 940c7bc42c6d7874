import type { CaseFileId } from '#shared/case-file/case-file'
import type { ConsignmentId } from '#shared/consignment/consignment'
import type { ItemId } from '#shared/item/item'
import { lotId } from '#shared/lot/lot'
import type { Household } from '#shared/person/person'
import { instantFromMs } from '#shared/time/time'
import { createEnrolCode } from '../../sync-server/device/enrol-code.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { NOODLES, type StoreForTests } from '../support/store-for-tests.ts'
import { addFiledHousehold, dispatchTo } from '../support/trip-world.ts'

export const MAI = { id: 'mai', name: 'Phạm Thị Mai', pin: '630417', role: 'verifier' } as const
export const HOA = { id: 'hoa', name: 'Lê Thị Hoa', pin: '730518' } as const
export const MAN = { name: 'Nguyễn Văn Bí Quxzman', phone: '0912345601', idNumber: '001041000123' }
export const MAN_CARD = '001041000123|012345678|NGUYEN VAN BI Quxzman|05031941|Nam|Quxzlane|01052021'
const WOMAN_ID = '001160000777'
export const WOMAN_CARD = `${WOMAN_ID}|012345679|DO THI HAI Quxzwoman|07081960|Nu|Quxzlane|01052021`
const QUXZ = ['man', 'lane', 'woman', 'way', 'head', 'door'].map((it) => `Quxz${it}`)
const PHONES = Array.from({ length: 8 }, (_, i) => `0933000${101 + i}`)
/** Whatever would tell who somebody is: it stands nowhere else. */
export const PLANTED = [...QUXZ, '0912345601', '0912 345 601', MAN.idNumber, WOMAN_ID, ...PHONES]

const NINE_DAYS_MS = 9 * 86_400_000
const noodles = (store: StoreForTests) => {
  const itemId = `gtin:${NOODLES.padStart(14, '0')}` as ItemId
  return { itemId, lotId: lotId({ itemId, expiresOn: store.day(200) }) }
}

/** Eight more doors of the trip, the first of a woman whose other family was helped nine days ago. */
export async function prepareDoors(store: StoreForTests): Promise<ConsignmentId[]> {
  const { server, warehouseId } = store
  const at = instantFromMs(Date.now())
  const clerk = await server.addDevice(warehouseId, 'Máy xuất')
  const facts = createFactMaker(clerk)
  const shelfId = store.shelves['A-1']
  const file = (code: string, household: Household) => addFiledHousehold(server, { code, household, at })
  const dispatch = (caseFileId: CaseFileId, quantity: number) =>
    dispatchTo(clerk, facts, { caseFileId, shelfId, quantity, goods: noodles(store) })

  const otherFamily = await file('T-100', {
    persons: [{ name: 'Đỗ Thị Hai Quxzwoman', idNumber: WOMAN_ID }],
    address: 'Xóm Quxzlane 0',
    howToFind: '',
  })
  const earlier = await dispatch(otherFamily, 1)
  const occurredAt = instantFromMs(Date.now() - NINE_DAYS_MS)
  const line = {
    ...noodles(store),
    quantity: 1,
    fromId: `transit:${earlier}`,
    toId: `case-file:${otherFamily}`,
  }
  const rest = { caseFileId: otherFamily, consignmentId: earlier, occurredAt }
  await clerk.push([facts.movement({ kind: 'delivery', lines: [line], rest })])

  const consignments: ConsignmentId[] = []
  for (let i = 1; i <= 8; i++) {
    const persons = [{ name: `Người Nhận Quxzdoor${i}`, phone: PHONES[i - 1]! }]
    const caseFileId = await file(`T-10${i}`, { persons, address: `Xóm Quxzlane ${i}`, howToFind: '' })
    consignments.push(await dispatch(caseFileId, 2))
  }
  return consignments
}

export async function enrolCode({ server, warehouseId }: StoreForTests): Promise<string> {
  const at = instantFromMs(Date.now())
  const code = await createEnrolCode(server.writer, { warehouseId, createdBy: null, origin: server.url, at })
  if (!code.ok) throw new Error(code.error.kind)
  return code.value.code
}
