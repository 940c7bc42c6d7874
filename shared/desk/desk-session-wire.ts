import * as v from 'valibot'
import { WarehouseIdSchema } from '../location/location.ts'
import { RoleSchema, StaffIdSchema } from '../staff/staff.ts'
import { InstantSchema } from '../time/time.ts'
import { PasswordSchema, StaffNameSchema, UserNameSchema } from './desk-staff-wire.ts'

/** GET /api/desk/setup: true while there is no administrator. */
export const SetupStateSchema = v.object({ needed: v.boolean() })

/** POST /api/desk/setup: makes the first administrator and signs them in. The code works once. */
export const SetupRequestSchema = v.strictObject({
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  name: StaffNameSchema,
  userName: UserNameSchema,
  password: PasswordSchema,
})
export type SetupRequest = v.InferInput<typeof SetupRequestSchema>

/** POST /api/desk/session. DELETE signs out; GET answers the same as POST while the cookie is good. */
export const SignInRequestSchema = v.strictObject({
  userName: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60)),
  password: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
})
export type SignInRequest = v.InferInput<typeof SignInRequestSchema>

export const MeSchema = v.object({
  id: StaffIdSchema,
  name: v.string(),
  role: RoleSchema,
  warehouseId: v.nullable(WarehouseIdSchema),
})
export type Me = v.InferOutput<typeof MeSchema>

/** Answer of setup and session. `csrf` goes into the header `x-kho-csrf` of every unsafe request. */
export const SessionAnswerSchema = v.object({ me: MeSchema, csrf: v.string(), expiresAt: InstantSchema })
export type SessionAnswer = v.InferOutput<typeof SessionAnswerSchema>
