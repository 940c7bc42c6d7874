import * as v from 'valibot'
import { CategorySchema, ItemIdSchema } from '../item/item.ts'
import { QUANTITY_MAX } from '../item/quantity.ts'
import { InstantSchema, msFromInstant, type Instant } from '../time/time.ts'

/** Why help is needed: children, the elderly, poor households, grave illness, building, something lost. */
export const CASE_CATEGORIES = [
  'children',
  'elderly',
  'poor-household',
  'grave-illness',
  'building',
  'lost',
] as const
export const CaseCategorySchema = v.picklist(CASE_CATEGORIES)
export type CaseCategory = v.InferOutput<typeof CaseCategorySchema>

/** Only building and lost divide further. */
export const SUB_CATEGORIES = {
  children: [],
  elderly: [],
  'poor-household': [],
  'grave-illness': [],
  building: [
    'environment',
    'house',
    'school',
    'library',
    'road-bridge',
    'clinic',
    'pagoda-church',
    'clean-water',
  ],
  lost: ['relative', 'papers', 'pet', 'property'],
} as const satisfies Record<CaseCategory, readonly string[]>
export const SubCategorySchema = v.picklist(Object.values(SUB_CATEGORIES).flat())
export type SubCategory = (typeof SUB_CATEGORIES)[CaseCategory][number]

export const TICKS = ['green', 'yellow', 'red'] as const
export const TickSchema = v.picklist(TICKS)
export type Tick = v.InferOutput<typeof TickSchema>

export const CaseFileIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/), v.brand('CaseFileId'))
export type CaseFileId = v.InferOutput<typeof CaseFileIdSchema>

/** An item or a whole category, in whole base units; `unit` is what people call it. */
export const NeedSchema = v.strictObject({
  itemId: v.optional(ItemIdSchema),
  category: v.optional(CategorySchema),
  quantity: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(QUANTITY_MAX)),
  unit: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(40)),
})
export type Need = v.InferOutput<typeof NeedSchema>

export const ProvinceCodeSchema = v.pipe(v.string(), v.regex(/^\d{2}$/))
export const CommuneCodeSchema = v.pipe(v.string(), v.regex(/^\d{5}$/))

/** What is known of a case file without any person, in whichever record it stands. */
export const LifeBodyFields = {
  category: CaseCategorySchema,
  subCategory: v.optional(SubCategorySchema),
  provinceCode: ProvinceCodeSchema,
  communeCode: CommuneCodeSchema,
  householdSize: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(100_000)),
  needs: v.pipe(v.array(NeedSchema), v.maxLength(50)),
}

/** A case file as devices see it: never a name, a phone, an ID number or an address. */
export const CaseFileSchema = v.pipe(
  v.strictObject({
    id: CaseFileIdSchema,
    code: v.pipe(v.string(), v.trim(), v.regex(/^[\w./-]{1,40}$/)),
    ...LifeBodyFields,
    tick: TickSchema,
    tickAt: InstantSchema,
    tickUntil: v.nullable(InstantSchema),
  }),
  v.check(({ category, subCategory }) => isSubCategoryOf(category, subCategory)),
)
export type CaseFile = v.InferOutput<typeof CaseFileSchema>

export function isSubCategoryOf(category: CaseCategory, subCategory: string | undefined): boolean {
  return subCategory === undefined || (SUB_CATEGORIES[category] as readonly string[]).includes(subCategory)
}

/** Days a green tick lasts unless said otherwise. */
export const TICK_DAYS = 90

/** What a tick means at a moment: a green one that has run out is red ("expired"). */
export function tickAtInstant(caseFile: Pick<CaseFile, 'tick' | 'tickUntil'>, at: Instant): Tick {
  const expired = caseFile.tickUntil !== null && msFromInstant(caseFile.tickUntil) < msFromInstant(at)
  return expired && caseFile.tick === 'green' ? 'red' : caseFile.tick
}
