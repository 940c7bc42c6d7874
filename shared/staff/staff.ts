import * as v from 'valibot'
import { WarehouseIdSchema } from '../location/location.ts'

export const ROLES = ['keeper', 'courier', 'verifier', 'coordinator', 'auditor', 'admin'] as const
export const RoleSchema = v.picklist(ROLES)
export type Role = v.InferOutput<typeof RoleSchema>

export const StaffIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/), v.brand('StaffId'))
export type StaffId = v.InferOutput<typeof StaffIdSchema>

/** PINs are 6 digits: long enough beside a slow hash and a lock-out, short enough for gloves. */
export const PinSchema = v.pipe(v.string(), v.regex(/^\d{6}$/))

/** Argon2id cost of a PIN (OWASP's first choice): both sides hash with exactly this. */
export const PIN_HASH_COST = {
  memoryKib: 19_456,
  iterations: 2,
  parallelism: 1,
  hashBytes: 32,
  saltBytes: 16,
} as const

/**
 * A pair of keys of one person, in base64url: what is sealed to the public one can only be opened with the PIN, under
 * which the private one is wrapped.
 */
export const KeyBoxSchema = v.strictObject({ publicKey: v.string(), wrapped: v.string() })
export type KeyBox = v.InferOutput<typeof KeyBoxSchema>

/** A staff member as a tablet of the warehouse knows them: enough to sign in without a network. `pinHash` is a PHC string. */
export const StaffMemberSchema = v.strictObject({
  id: StaffIdSchema,
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  role: RoleSchema,
  warehouseId: v.optional(WarehouseIdSchema),
  pinHash: v.optional(v.string()),
  keyBox: v.optional(KeyBoxSchema),
  active: v.boolean(),
})
export type StaffMember = v.InferOutput<typeof StaffMemberSchema>
