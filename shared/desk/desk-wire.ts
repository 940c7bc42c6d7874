import * as v from 'valibot'

/**
 * The desk's requests and answers, one file a noun: `desk-session-wire`, `desk-warehouse-wire`, `desk-staff-wire`,
 * `desk-device-wire`, `desk-refused-wire`, `desk-item-wire`, `desk-case-file-wire`, `desk-finding-wire`, `desk-import-wire`. Every unsafe
 * method carries the header below; every refusal is `{ error: { kind, message: { vi, en }, … } }`.
 */
export const CSRF_HEADER = 'x-kho-csrf'

export const SentenceSchema = v.object({ vi: v.string(), en: v.string() })

/** A refusal that names fields: status 400, `error.kind` is `invalid`. */
export const FieldRefusalSchema = v.object({ field: v.string(), message: SentenceSchema })
export type FieldRefusal = v.InferOutput<typeof FieldRefusalSchema>
export const InvalidAnswerSchema = v.object({
  error: v.object({
    kind: v.literal('invalid'),
    message: SentenceSchema,
    fields: v.pipe(v.array(FieldRefusalSchema), v.minLength(1)),
  }),
})

export const PAGE_ROWS = 50
export const PAGE_ROWS_MAX = 200

/** What every list that pages takes in its query; pages count from 1. */
export const pageQuery = {
  q: v.optional(v.pipe(v.string(), v.trim(), v.maxLength(100))),
  page: v.optional(wholeNumberText(1, 100_000), '1'),
  limit: v.optional(wholeNumberText(1, PAGE_ROWS_MAX), String(PAGE_ROWS)),
}

/** A page of a list: `total` counts all rows that match, not only these. */
export function pageOf<const Row extends v.GenericSchema>(row: Row) {
  return v.object({ rows: v.array(row), total: v.number(), page: v.number(), limit: v.number() })
}

function wholeNumberText(min: number, max: number) {
  return v.pipe(v.string(), v.regex(/^\d{1,6}$/), v.transform(Number), v.minValue(min), v.maxValue(max))
}
