import * as v from 'valibot'
import { WarehouseIdSchema } from '../location/location.ts'
import { PinSchema, RoleSchema, StaffIdSchema } from '../staff/staff.ts'

export const StaffNameSchema = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100))

/** Lower case, so that one person has one spelling. */
export const UserNameSchema = v.pipe(
  v.string(),
  v.trim(),
  v.toLowerCase(),
  v.regex(/^[a-z0-9][a-z0-9._-]{1,39}$/),
)

/** Length is what counts (NIST SP 800-63B): no rules about signs. */
export const PasswordSchema = v.pipe(v.string(), v.minLength(10), v.maxLength(200))

/** Codes of communes and of whole provinces that somebody looks after: requests from there are theirs first. */
const PlaceCodesSchema = v.pipe(v.array(v.pipe(v.string(), v.regex(/^(\d{2}|\d{5})$/))), v.maxLength(200))

/** POST /api/desk/staff → 201 StaffRow. Keepers and couriers need a PIN; who works at the desk needs a user name and a password. */
export const StaffAddSchema = v.strictObject({
  name: StaffNameSchema,
  role: RoleSchema,
  warehouseId: v.optional(v.nullable(WarehouseIdSchema)),
  userName: v.optional(UserNameSchema),
  password: v.optional(PasswordSchema),
  pin: v.optional(PinSchema),
  placeCodes: v.optional(PlaceCodesSchema, []),
})
export type StaffAdd = v.InferInput<typeof StaffAddSchema>

/** PATCH /api/desk/staff/:id → StaffRow. What is left out stays; a null warehouse means every warehouse. */
export const StaffChangeSchema = v.strictObject({
  name: v.exactOptional(StaffNameSchema),
  role: v.exactOptional(RoleSchema),
  warehouseId: v.exactOptional(v.nullable(WarehouseIdSchema)),
  userName: v.exactOptional(UserNameSchema),
  password: v.exactOptional(PasswordSchema),
  pin: v.exactOptional(PinSchema),
  placeCodes: v.exactOptional(PlaceCodesSchema),
  active: v.exactOptional(v.boolean()),
})
export type StaffChange = v.InferInput<typeof StaffChangeSchema>

export const StaffRowSchema = v.object({
  id: StaffIdSchema,
  name: v.string(),
  role: RoleSchema,
  warehouseId: v.nullable(WarehouseIdSchema),
  userName: v.nullable(v.string()),
  hasPassword: v.boolean(),
  hasPin: v.boolean(),
  active: v.boolean(),
  placeCodes: v.array(v.string()),
})
export type StaffRow = v.InferOutput<typeof StaffRowSchema>

/** GET /api/desk/staff */
export const StaffListSchema = v.object({ staff: v.array(StaffRowSchema) })
