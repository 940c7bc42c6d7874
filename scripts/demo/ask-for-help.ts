import { randomUUID } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import { lifeBody } from '../../sync-server/case-file/follow-case-file.ts'
import { CONSENT_VERSION, type HelpRequest } from '#shared/request/request'
import type { RequestReceipt } from '#shared/desk/desk-request-wire'
import type { Person } from '#shared/person/person'
import type { Instant } from '#shared/time/time'
import { importInto } from '../../sync-server/import/import-route.ts'
import { receiveHelpRequest, type RequestOrigin } from '../../sync-server/request/receive-help-request.ts'
import { accept } from './accept.ts'
import type { DemoField } from './demo-field.ts'
import type { DemoHousehold, HouseholdKey } from './demo-households.ts'
import { madeUpPhone } from './made-up-numbers.ts'

type Households = Readonly<Record<HouseholdKey, DemoHousehold>>
export interface Asked {
  /** The old man, of whom three told. */
  readonly oldMan: RequestReceipt
  readonly byKey: ReadonlyMap<HouseholdKey, CaseFileId>
  /** Follows help that has arrived. */
  readonly helped: RequestReceipt
}

const NEIGHBOUR = { name: 'Hàng xóm mẫu', phone: madeUpPhone(901) }

/** Who is in need becomes known through each door; three of them tell of the same old man. */
export async function askForHelp(field: DemoField, homes: Households): Promise<Asked> {
  const { at, world } = field
  const desk = world.warehouses[0]!.leadId
  const byPhone = { source: 'phone', by: desk } as const
  const itself = { source: 'public', by: 'public' } as const
  const byKey = new Map<HouseholdKey, CaseFileId>()
  const ask = async (key: HouseholdKey, when: Instant, origin: RequestOrigin, change: Change = {}) => {
    const receipt = await receive(field, when, requestOf(homes[key], change), origin)
    byKey.set(key, receipt.caseFileId)
    return receipt
  }

  const oldMan = await ask('moon', at(6, 8.2), itself, {
    requester: NEIGHBOUR,
    words: 'Cụ ở một mình, mấy hôm nay không thấy nấu cơm.',
    leaveOut: ['idNumber', 'birthYear', 'sex'],
  })
  await ask('stream', at(6, 10.1), byPhone)
  const helped = await ask('cloud', at(6, 11.4), itself)
  await importList(field, at(6, 14.5), [homes.moon, homes.fog, homes.dew])
  await ask('moon', at(5, 9.3), byPhone, { leaveOut: ['phone'] })
  await ask('rock', at(5, 9.8), { source: 'hook', by: 'hook:tong-dai-mau' })
  await ask('rain', at(1, 20.2), itself)
  await field.lookOver()
  return { oldMan, byKey: byKey.set('moon', oldMan.caseFileId), helped }
}

interface Change extends Partial<Pick<HelpRequest, 'requester' | 'words'>> {
  /** What whoever asks does not know. */
  readonly leaveOut?: readonly (keyof Person)[]
}

function requestOf({ household, about }: DemoHousehold, { leaveOut = [], ...change }: Change): HelpRequest {
  const [person] = household.persons
  const known = Object.entries(person!).filter(([key]) => !leaveOut.includes(key as keyof Person))
  return {
    ...lifeBody(about),
    household: {
      persons: [Object.fromEntries(known) as Person],
      address: household.address,
      howToFind: household.howToFind,
    },
    words: '',
    tell: false,
    consent: CONSENT_VERSION,
    ...change,
  }
}

async function receive(
  field: DemoField,
  when: Instant,
  request: HelpRequest,
  origin: RequestOrigin,
): Promise<RequestReceipt> {
  field.clock.now = when
  // The server that starts on this folder makes the marks.
  const markKeeper = { look: () => Promise.resolve() }
  const deps = { ...field, markKeeper, now: () => when, newId: randomUUID, publicUrl: undefined }
  return accept(await receiveHelpRequest(deps, request, origin))
}

/** What the commune wrote down: two of them gave the same phone, so that the queue has something to ask about. */
async function importList(
  { writer, keys, world, clock }: DemoField,
  when: Instant,
  homes: readonly DemoHousehold[],
): Promise<void> {
  clock.now = when
  const shared = homes[1]!.household.persons[0]!.phone
  const lines = homes.map(({ household: { persons, address }, about }, i) => {
    const { name, birthYear, idNumber, phone } = persons[0]!
    const cells = [
      about.category === 'elderly' ? 'Người cao tuổi' : 'Hộ nghèo',
      'Đà Nẵng',
      about.communeCode,
      about.householdSize,
      `gạo:${i === 2 ? 200 : 10} kg`,
      name,
      i === 2 ? shared : phone,
      address,
      idNumber,
      birthYear,
    ]
    return cells.join(',')
  })
  const file = [
    'Nhóm,Tỉnh/thành,Xã/phường,Số người,Nhu cầu,Họ tên,Điện thoại,Địa chỉ,Số CCCD,Năm sinh',
    ...lines,
  ]
  const by = world.adminId
  const args = {
    file: file.join('\n'),
    commit: true,
    skipBad: false,
    importedBy: by,
    changedBy: by,
    at: when,
  }
  accept(await importInto(writer, 'requests', args, async () => keys))
}
