import * as v from 'valibot'
import { DeviceIdSchema } from '../device/device.ts'
import { MOVEMENT_KINDS } from '../movement/movement.ts'
import { InstantSchema } from '../time/time.ts'
import { pageOf, pageQuery, SentenceSchema } from './desk-wire.ts'

/** GET /api/desk/refused?page=&limit= ; what was refused in form, newest first. */
export const RefusedQuerySchema = v.object({ page: pageQuery.page, limit: pageQuery.limit })

/** What a record was meant to be: the kind of its movement, or what was learned or named. */
export const REFUSED_KINDS = [
  ...MOVEMENT_KINDS,
  'item-learned',
  'pack-learned',
  'donor-named',
  'handover',
  'handover-confirmed',
  'handover-corrected',
] as const

/**
 * Enough for the desk and the tablet to speak of the same record on the phone, and nothing of its content: that may
 * name a person. What could not be read in it is null.
 */
export const RefusedRowSchema = v.object({
  id: v.number(),
  receivedAt: InstantSchema,
  deviceId: DeviceIdSchema,
  deviceName: v.string(),
  kind: v.nullable(v.picklist(REFUSED_KINDS)),
  factId: v.nullable(v.pipe(v.string(), v.uuid())),
  deviceSeq: v.nullable(v.pipe(v.number(), v.safeInteger())),
  sentence: SentenceSchema,
})
export type RefusedRow = v.InferOutput<typeof RefusedRowSchema>
export const RefusedPageSchema = pageOf(RefusedRowSchema)
export type RefusedPage = v.InferOutput<typeof RefusedPageSchema>
