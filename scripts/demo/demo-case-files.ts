import {
  CASE_CATEGORIES,
  SUB_CATEGORIES,
  type CaseFile,
  type CaseFileId,
  type Need,
} from '#shared/case-file/case-file'
import { tickUntilFrom } from '#shared/case-file/tick-until'
import type { Household } from '#shared/person/person'
import { addDays, dayInVietnam, type Instant } from '#shared/time/time'
import type { Writer } from '../../sync-server/database/writer.ts'
import type { Persons } from '../../sync-server/person/persons.ts'
import { parseProvince } from '../../sync-server/place/places.ts'
import { accept } from './accept.ts'
import { DEMO_PROVINCES } from './demo-places.ts'
import { madeUpIdNumber, madeUpPhone } from './made-up-numbers.ts'

const COUNT = 42
/** Most are green; one has run out, some wait for a second look, some are not verified. */
const TICKS = ['green', 'green', 'yellow', 'green', 'green', 'red', 'green'] as const
const EXPIRED = 8

/** Case files in real communes with made-up persons, each verified once when the month began. */
export async function addDemoCaseFiles(
  writer: Writer,
  { persons, at, random }: { readonly persons: Persons; readonly at: Instant; readonly random: () => number },
): Promise<CaseFile[]> {
  const caseFiles: CaseFile[] = []
  for (let number = 1; number <= COUNT; number++) {
    const drafted = draftCaseFile(number, random)
    const signed = { changedBy: 'demo', at }
    const id = `demo-${drafted.code}` as CaseFileId
    const household = await persons.seal(id, demoHousehold(number))
    accept(await writer.write('addCaseFile', { id, caseFile: drafted, household, ...signed }))
    const tick = TICKS[number % TICKS.length]!
    const until = number === EXPIRED ? addDays(dayInVietnam(at), 12) : undefined
    const tickUntil = tickUntilFrom(tick, until, at)
    accept(await writer.write('setTick', { id, tick, tickUntil, ...signed }))
    caseFiles.push({ ...drafted, id, tick, tickAt: at, tickUntil })
  }
  return caseFiles
}

function demoHousehold(number: number): Household {
  const birthYear = 1940 + number
  return {
    persons: [
      {
        name: `Người nhận mẫu ${number}`,
        birthYear,
        idNumber: madeUpIdNumber(number, { birthYear }),
        phone: madeUpPhone(number),
      },
    ],
    address: `Tổ mẫu ${1 + (number % 9)}`,
    howToFind: `Nhà mẫu thứ ${number}, cạnh nhà văn hóa`,
  }
}

function draftCaseFile(
  number: number,
  random: () => number,
): Omit<CaseFile, 'id' | 'tick' | 'tickAt' | 'tickUntil'> {
  const pick = <Value>(values: readonly Value[]) => values[Math.floor(random() * values.length)]!
  const province = accept(parseProvince(pick(DEMO_PROVINCES)))
  const category = CASE_CATEGORIES[number % CASE_CATEGORIES.length]!
  const subCategories = SUB_CATEGORIES[category]
  const isWork = category === 'building'
  // A school, a hamlet, a home for children.
  const isGroup = isWork || ['children', 'poor-household'].includes(category)
  return {
    code: `4D-${String(number).padStart(4, '0')}`,
    category,
    ...(subCategories.length > 0 && { subCategory: pick(subCategories) }),
    provinceCode: province.code,
    communeCode: pick(province.communes).code,
    householdSize: isGroup ? 20 + Math.floor(random() * 80) : 1 + Math.floor(random() * 7),
    needs: isWork ? BUILDING_NEEDS : HOUSEHOLD_NEEDS,
  }
}

const HOUSEHOLD_NEEDS: Need[] = [
  { category: 'staple', quantity: 20_000, unit: 'kg' },
  { category: 'food', quantity: 20, unit: 'gói' },
  { category: 'hygiene', quantity: 4, unit: 'cái' },
]
const BUILDING_NEEDS: Need[] = [
  { category: 'building', quantity: 60, unit: 'tấm' },
  { category: 'household', quantity: 4, unit: 'cái' },
]
