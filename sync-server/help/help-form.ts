import { CASE_CATEGORIES, type Need } from '#shared/case-file/case-file'
import type { Category } from '#shared/item/item'
import { normaliseNumber } from '#shared/person/mark'
import { CONSENT_VERSION, type HelpRequest } from '#shared/request/request'
import { err, ok, type Result } from '#shared/result'
import { parseOldCommuneIn } from '../place/old-places.ts'
import { findCommune, parseCommune, readProvinces } from '../place/places.ts'

/** What the form sends, as it was typed. */
export const HELP_FIELDS = [
  'who',
  'requesterName',
  'requesterPhone',
  'name',
  'birthYear',
  'phone',
  'idNumber',
  'size',
  'category',
  'province',
  'commune',
  'address',
  'howToFind',
  'words',
  'tell',
  'consent',
  'form',
  'proof',
] as const
export type HelpField = (typeof HELP_FIELDS)[number]
export interface TypedHelp extends Readonly<Record<HelpField, string>> {
  readonly need: readonly string[]
}
export type HelpFault =
  | 'who'
  | 'requesterName'
  | 'requesterPhone'
  | 'name'
  | 'birthYear'
  | 'phone'
  | 'idNumber'
  | 'size'
  | 'category'
  | 'province'
  | 'commune'
  | 'address'
  | 'howToFind'
  | 'need'
  | 'words'
  | 'consent'

/** Much longer than any limit: so that what is too long can still be shown to whoever typed it. A story is never cut. */
const TYPED_LENGTH_MAX = 5_000

export function readTyped(form: URLSearchParams): TypedHelp {
  const fields = HELP_FIELDS.map((name) => {
    const typed = form.get(name) ?? ''
    return [name, name === 'words' ? typed : typed.slice(0, TYPED_LENGTH_MAX)]
  })
  return {
    ...(Object.fromEntries(fields) as Record<HelpField, string>),
    need: form.getAll('need').slice(0, 20),
  }
}

/** What people choose by a tick, in what they call it, for one person. */
export const HELP_NEEDS = {
  staple: { quantity: 5_000, unit: 'kg' },
  food: { quantity: 10, unit: 'gói' },
  drink: { quantity: 10_000, unit: 'lít' },
  baby: { quantity: 10, unit: 'cái' },
  hygiene: { quantity: 2, unit: 'cái' },
  medical: { quantity: 1, unit: 'túi' },
  bedding: { quantity: 1, unit: 'cái' },
  clothing: { quantity: 2, unit: 'cái' },
  household: { quantity: 1, unit: 'cái' },
  school: { quantity: 5, unit: 'quyển' },
  building: { quantity: 10, unit: 'tấm' },
} as const satisfies Partial<Record<Category, Pick<Need, 'quantity' | 'unit'>>>
export type HelpNeed = keyof typeof HELP_NEEDS
export const HELP_NEED_KEYS = Object.keys(HELP_NEEDS) as HelpNeed[]

/** As in the household it becomes: what is longer could be sealed and never read again. */
const LENGTH_MAX: Partial<Record<HelpFault, number>> = {
  requesterName: 200,
  requesterPhone: 40,
  name: 200,
  phone: 40,
  idNumber: 40,
  address: 300,
  howToFind: 500,
  words: 2_000,
}

/** The request, or every field that needs a look. */
export function parseHelp(typed: TypedHelp, thisYear: number): Result<HelpRequest, ReadonlySet<HelpFault>> {
  const faults = new Set<HelpFault>()
  const given = (name: HelpField) => typed[name].trim()
  for (const [name, lengthMax] of Object.entries(LENGTH_MAX) as [HelpFault & HelpField, number][]) {
    if (given(name).length > lengthMax) faults.add(name)
  }
  const who = given('who')
  if (who !== 'self' && who !== 'other') faults.add('who')
  if (who === 'other') {
    if (given('requesterName') === '') faults.add('requesterName')
    if (normaliseNumber('phone', given('requesterPhone')) === undefined) faults.add('requesterPhone')
  }
  if (given('name') === '') faults.add('name')
  const birthYear = given('birthYear') === '' ? undefined : Number(given('birthYear'))
  if (birthYear !== undefined && !(Number.isInteger(birthYear) && birthYear >= 1890 && birthYear <= thisYear))
    faults.add('birthYear')
  for (const [name, kind] of [
    ['phone', 'phone'],
    ['idNumber', 'id'],
  ] as const) {
    if (given(name) !== '' && normaliseNumber(kind, given(name)) === undefined) faults.add(name)
  }
  const size = given('size') === '' ? 1 : Number(given('size'))
  if (!(Number.isInteger(size) && size >= 1 && size <= 1_000)) faults.add('size')
  const category = CASE_CATEGORIES.find((it) => it === given('category'))
  if (!category) faults.add('category')
  const province = readProvinces().find(({ code }) => code === given('province'))
  if (!province) faults.add('province')
  const commune = province && communeOf(given('commune'), province.code)
  if (!commune) faults.add('commune')
  if (given('address') === '' && given('howToFind') === '') faults.add('address')
  const needs = HELP_NEED_KEYS.filter((it) => typed.need.includes(it))
  if (needs.length === 0 && given('words') === '') faults.add('need')
  if (given('consent') !== CONSENT_VERSION) faults.add('consent')
  if (faults.size > 0 || !category || !province || !commune) return err(faults)

  return ok({
    category,
    provinceCode: province.code,
    communeCode: commune,
    householdSize: size,
    needs: needs.map((it) => ({
      category: it,
      quantity: HELP_NEEDS[it].quantity * size,
      unit: HELP_NEEDS[it].unit,
    })),
    household: {
      persons: [
        {
          name: given('name'),
          ...(birthYear !== undefined && { birthYear }),
          ...(given('phone') !== '' && { phone: given('phone') }),
          ...(given('idNumber') !== '' && { idNumber: given('idNumber') }),
        },
      ],
      address: given('address'),
      howToFind: given('howToFind'),
    },
    ...(who === 'other' && {
      requester: { name: given('requesterName'), phone: given('requesterPhone') },
    }),
    words: given('words'),
    tell: given('tell') === '1',
    consent: CONSENT_VERSION,
  })
}

/** By the code of a list, by its name of today, or by what it was called until June 2025. */
function communeOf(typed: string, provinceCode: string): string | undefined {
  if (typed === '') return undefined
  if (/^\d{5}$/.test(typed)) return findCommune(typed)?.provinceCode === provinceCode ? typed : undefined
  const found = parseCommune(
    typed,
    readProvinces().find(({ code }) => code === provinceCode),
  )
  if (found.ok) return found.value.code
  const old = parseOldCommuneIn(typed, provinceCode)
  return old.ok ? old.value.code : undefined
}
