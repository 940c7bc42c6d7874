import { SUB_CATEGORIES, type CaseCategory, type Need, type SubCategory } from '#shared/case-file/case-file'
import type { LifeBody } from '#shared/case-file/life'
import type { CaseFileAdd, CaseFileAnswer, CaseFileChange, Person } from '#shared/desk/desk-case-file-wire'
import type { Item } from '#shared/item/item'
import { draftFromNeed, readNeed, type NeedDraft } from './need-form.ts'
import { readNumber } from './read-number.ts'

/** The form about a case file as typed. `name`, `phone` and `address` are never kept outside memory. */
export interface CaseFileTyped {
  readonly code: string
  readonly category: CaseCategory
  readonly subCategory: SubCategory | ''
  readonly provinceCode: string
  readonly communeCode: string
  readonly householdSize: string
  readonly needs: readonly NeedDraft[]
  readonly name: string
  readonly phone: string
  readonly address: string
}

export const PRIVATE_FIELDS = ['name', 'phone', 'address'] as const satisfies (keyof CaseFileTyped)[]

export const EMPTY_CASE_FILE: CaseFileTyped = {
  code: '',
  category: 'poor-household',
  subCategory: '',
  provinceCode: '',
  communeCode: '',
  householdSize: '',
  needs: [],
  name: '',
  phone: '',
  address: '',
}

interface NeedNames {
  readonly itemOf: (need: Need) => Item | undefined
  readonly nameOf: (need: Need) => string
}

export function typedFromLifeBody(
  { category, subCategory, provinceCode, communeCode, householdSize, needs }: LifeBody,
  names: NeedNames,
): Pick<CaseFileTyped, keyof LifeBody> {
  return {
    category,
    subCategory: subCategory ?? '',
    provinceCode,
    communeCode,
    householdSize: String(householdSize),
    needs: needs.map((need) => draftFromNeed(need, names.itemOf(need), names.nameOf(need))),
  }
}

export function typedFromCaseFile({ caseFile, person }: CaseFileAnswer, names: NeedNames): CaseFileTyped {
  return {
    code: caseFile.code,
    ...typedFromLifeBody(caseFile, names),
    name: person?.name ?? '',
    phone: person?.phone ?? '',
    address: person?.address ?? '',
  }
}

/** A category that does not divide the same way loses the sub-category with it. */
export function withCategory(
  typed: CaseFileTyped,
  category: CaseCategory,
): Pick<CaseFileTyped, 'category' | 'subCategory'> {
  const fits = (SUB_CATEGORIES[category] as readonly string[]).includes(typed.subCategory)
  return { category, subCategory: fits ? typed.subCategory : '' }
}

/** The first need whose quantity can't be read. */
export function badNeed(typed: Pick<CaseFileTyped, 'needs'>): number | undefined {
  const at = typed.needs.findIndex((need) => readNeed(need) === undefined)
  return at === -1 ? undefined : at
}

/** A size that is no number goes up as 0, so that the server's sentence stands beside the field like every other. */
export function readLifeBody(typed: Pick<CaseFileTyped, keyof LifeBody>): LifeBody {
  return {
    category: typed.category,
    ...(typed.subCategory !== '' && { subCategory: typed.subCategory }),
    provinceCode: typed.provinceCode,
    communeCode: typed.communeCode,
    householdSize: readNumber(typed.householdSize) ?? 0,
    needs: typed.needs.map(readNeed).filter((need) => need !== undefined),
  }
}

function readPerson({ name, phone, address }: CaseFileTyped): Person {
  return { name, phone, address }
}

export function readCaseFileAdd(typed: CaseFileTyped, mayPerson: boolean): CaseFileAdd {
  const isKnown = typed.name !== '' || typed.phone !== '' || typed.address !== ''
  return {
    code: typed.code,
    ...readLifeBody(typed),
    ...(mayPerson && isKnown && { person: readPerson(typed) }),
  }
}

export function readCaseFileChange(
  typed: CaseFileTyped,
  version: number,
  mayPerson: boolean,
): CaseFileChange {
  return {
    version,
    ...readLifeBody(typed),
    subCategory: typed.subCategory === '' ? null : typed.subCategory,
    ...(mayPerson && { person: readPerson(typed) }),
  }
}
