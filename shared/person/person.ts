import * as v from 'valibot'

const text = (lengthMax: number) => v.pipe(v.string(), v.trim(), v.maxLength(lengthMax))

export const SEXES = ['male', 'female'] as const

/** Somebody of a household in need. The name may be empty while nobody knows it; all else is left out then. */
export const PersonSchema = v.strictObject({
  name: text(200),
  relation: v.optional(text(60)),
  birthYear: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1890), v.maxValue(2099))),
  sex: v.optional(v.picklist(SEXES)),
  idNumber: v.optional(text(40)),
  phone: v.optional(text(40)),
})
export type Person = v.InferOutput<typeof PersonSchema>

/** Five decimals are about a metre. */
const degrees = (max: number) =>
  v.pipe(
    v.number(),
    v.minValue(-max),
    v.maxValue(max),
    v.transform((value) => Math.round(value * 1e5) / 1e5),
  )

export const PlaceSchema = v.strictObject({
  lat: degrees(90),
  lon: degrees(180),
  accuracyM: v.pipe(v.number(), v.minValue(0), v.maxValue(1_000_000)),
})

export type Place = v.InferOutput<typeof PlaceSchema>

export const PERSONS_MAX = 30

/** All that is known about the persons behind a case file. It is sealed wherever it lies. The first person is whom to ask for. */
export const HouseholdSchema = v.strictObject({
  persons: v.pipe(v.array(PersonSchema), v.minLength(1), v.maxLength(PERSONS_MAX)),
  address: text(300),
  howToFind: text(500),
  place: v.optional(PlaceSchema),
})
export type Household = v.InferOutput<typeof HouseholdSchema>
