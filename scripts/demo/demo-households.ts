import type { CaseCategory } from '#shared/case-file/case-file'
import type { LifeBody } from '#shared/case-file/life'
import type { Household, Person } from '#shared/person/person'
import { parseCommune, parseProvince } from '../../sync-server/place/places.ts'
import { accept } from './accept.ts'
import { madeUpIdNumber, madeUpPhone } from './made-up-numbers.ts'

/** Who the week in the field is about, and what is known of them without their names. */
export interface DemoHousehold {
  readonly key: HouseholdKey
  readonly household: Household
  readonly about: LifeBody
}

/** key | name | sex | born | commune | category | how many | where; "Mẫu" means sample, and no hamlet is called like that. */
const LINES = `
moon|Cụ Mẫu Văn Trăng|male|1944|Xã Trà Liên|elderly|1|15.3521|108.2013
fog|Bà Mẫu Thị Sương|female|1951|Xã Trà Liên|elderly|1|15.3467|108.2101
dew|Ông Mẫu Văn Móc|male|1963|Xã Trà Liên|poor-household|4|15.3405|108.2047
rain|Chị Mẫu Thị Mưa|female|1989|Xã Trà My|poor-household|5|15.3312|108.2226
stream|Bà Mẫu Thị Suối|female|1948|Xã Trà My|elderly|2|15.3287|108.2309
cloud|Anh Mẫu Văn Mây|male|1985|Xã Trà My|poor-household|6|15.3231|108.2178
wind|Chị Mẫu Thị Gió|female|1991|Xã Trà Tân|poor-household|4|15.3619|108.2244
hill|Ông Mẫu Văn Đồi|male|1957|Xã Trà Tân|grave-illness|2|15.3688|108.2325
bamboo|Cụ Mẫu Thị Tre|female|1939|Xã Trà Tân|elderly|1|15.3742|108.2207
rock|Ông Mẫu Văn Đá|male|1960|Xã Tiên Phước|poor-household|5|15.4861|108.3042
field|Chị Mẫu Thị Đồng|female|1994|Xã Tiên Phước|poor-household|3|15.4793|108.3127
star|Bà Mẫu Thị Sao|female|1953|Xã Tiên Phước|elderly|2|15.4702|108.2988
leaf|Anh Mẫu Văn Lá|male|1979|Xã Trà My|grave-illness|4|15.3164|108.2291
sand|Chị Mẫu Thị Cát|female|1987|Xã Trà Tân|poor-household|7|15.3571|108.2402
river|Ông Mẫu Văn Sông|male|1949|Xã Tiên Phước|elderly|2|15.4917|108.2873
forest|Bà Mẫu Thị Rừng|female|1966|Xã Trà Liên|poor-household|3|15.3588|108.1935`

const PROVINCE = 'Đà Nẵng'
export const HOUSEHOLD_KEYS = [
  'moon',
  'fog',
  'dew',
  'rain',
  'stream',
  'cloud',
  'wind',
  'hill',
  'bamboo',
  'rock',
  'field',
  'star',
  'leaf',
  'sand',
  'river',
  'forest',
] as const
export type HouseholdKey = (typeof HOUSEHOLD_KEYS)[number]

type Line = [
  HouseholdKey,
  string,
  NonNullable<Person['sex']>,
  string,
  string,
  CaseCategory,
  string,
  string,
  string,
]

export function demoHouseholds(): Readonly<Record<HouseholdKey, DemoHousehold>> {
  const province = accept(parseProvince(PROVINCE))
  const households = LINES.trim()
    .split('\n')
    .map((line, index): DemoHousehold => {
      const [key, name, sex, born, commune, category, size, lat, lon] = line.split('|') as Line
      const number = 100 + index
      const birthYear = Number(born)
      const householdSize = Number(size)
      const person: Person = {
        name,
        sex,
        birthYear,
        idNumber: madeUpIdNumber(number, { sex, birthYear }),
        phone: madeUpPhone(number),
      }
      return {
        key,
        household: {
          persons: [person],
          address: `Xóm Giả Định ${index + 1}`,
          howToFind: `Nhà mái xanh sau cây đa mẫu số ${index + 1}`,
          place: { lat: Number(lat), lon: Number(lon), accuracyM: 12 },
        },
        about: {
          category,
          provinceCode: province.code,
          communeCode: accept(parseCommune(commune, province)).code,
          householdSize,
          needs: [
            { category: 'staple', quantity: 5_000 * householdSize, unit: 'kg' },
            { category: 'food', quantity: 10 * householdSize, unit: 'gói' },
            { category: 'bedding', quantity: 1, unit: 'cái' },
          ],
        },
      }
    })
  return Object.fromEntries(households.map((it) => [it.key, it])) as Record<HouseholdKey, DemoHousehold>
}
