import * as v from 'valibot'
import { CaseFileIdSchema, isSubCategoryOf, LifeBodyFields } from '../case-file/case-file.ts'
import { DeviceIdSchema } from '../device/device.ts'
import { WarehouseIdSchema } from '../location/location.ts'
import { PartHashSchema } from '../part/part.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema } from '../time/time.ts'

/** UUIDv7 made on the device; the fact that carries it has the same id. */
export const SurveyIdSchema = v.pipe(v.string(), v.uuid(), v.brand('SurveyId'))
export type SurveyId = v.InferOutput<typeof SurveyIdSchema>

export const CONSENT_WAYS = ['read-aloud', 'signed'] as const

/** That the household agreed, to which text, and how: read to them, or signed. */
export const ConsentSchema = v.strictObject({
  version: v.pipe(v.string(), v.regex(/^[\w.-]{1,30}$/)),
  how: v.picklist(CONSENT_WAYS),
  at: InstantSchema,
})

export type Consent = v.InferOutput<typeof ConsentSchema>

/** What a verifier found at a household. Who lives there, where, and how it looks lie in sealed parts. */
export const SurveySchema = v.pipe(
  v.strictObject({
    id: SurveyIdSchema,
    caseFileId: CaseFileIdSchema,
    /** What people call the case file: of one that was new in the field, made there. */
    code: v.pipe(v.string(), v.trim(), v.regex(/^[\w./-]{1,40}$/)),
    deviceId: DeviceIdSchema,
    staffId: StaffIdSchema,
    warehouseId: WarehouseIdSchema,
    occurredAt: InstantSchema,
    ...LifeBodyFields,
    consent: ConsentSchema,
    /** The household's part first, then pictures. */
    parts: v.pipe(v.array(PartHashSchema), v.minLength(1), v.maxLength(12)),
  }),
  v.check(({ category, subCategory }) => isSubCategoryOf(category, subCategory)),
)
export type Survey = v.InferOutput<typeof SurveySchema>
