import * as v from 'valibot'

/** One enrolled tablet or phone. */
export const DeviceIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/), v.brand('DeviceId'))
export type DeviceId = v.InferOutput<typeof DeviceIdSchema>

/** A one-time enrolment code: digits and `-` only, so an input method leaves it alone. */
export const ENROL_CODE_LIFETIME_MS = 10 * 60_000
