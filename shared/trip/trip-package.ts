import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import { MarkIdSchema } from '../person/mark.ts'
import { HouseholdSchema } from '../person/person.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { LocalDateSchema } from '../time/time.ts'
import { TripIdSchema } from './trip.ts'

/** `trip`: a door of a courier's trip; `visit`: a household that a verifier is to survey. */
export const PackageKindSchema = v.picklist(['trip', 'visit'])
export type PackageKind = v.InferOutput<typeof PackageKindSchema>

/**
 * What a phone is given of one household: sealed to one person's key, which their PIN opens, and kept as it is.
 * `sealed` is base64url of a box (see web/seal).
 */
export const TripPackageSchema = v.object({
  /** `<tripId>:<consignmentId>` or `visit:<caseFileId>` */
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(130)),
  kind: PackageKindSchema,
  staffId: StaffIdSchema,
  caseFileId: CaseFileIdSchema,
  tripId: v.optional(TripIdSchema),
  consignmentId: v.optional(ConsignmentIdSchema),
  dayOn: LocalDateSchema,
  sealed: v.pipe(v.string(), v.minLength(1)),
})
export type TripPackage = v.InferOutput<typeof TripPackageSchema>

/**
 * All that one member of staff may hold now: what a device holds beyond this it wipes. `keyMissing`: the PIN was set
 * before there were keys, so nothing can be sealed for this person until it is set anew.
 */
export const PackagesAnswerSchema = v.object({
  protocol: v.number(),
  keyMissing: v.boolean(),
  packages: v.array(TripPackageSchema),
})

export type PackagesAnswer = v.InferOutput<typeof PackagesAnswerSchema>

export function tripPackageId(tripId: string, consignmentId: string): string {
  return `${tripId}:${consignmentId}`
}

export function visitPackageId(caseFileId: string): string {
  return `visit:${caseFileId}`
}

/** Who drives, where that is not the courier. Sealed wherever it lies. */
export const DriverSchema = v.strictObject({
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
  phone: v.pipe(v.string(), v.trim(), v.maxLength(40)),
})
export type Driver = v.InferOutput<typeof DriverSchema>

/** What is inside of `sealed`, as JSON. `idMarks` are what the ID numbers of the household become (see marks). */
export const PackageContentSchema = v.object({
  household: v.nullable(HouseholdSchema),
  idMarks: v.array(MarkIdSchema),
  driver: v.optional(DriverSchema),
})
export type PackageContent = v.InferOutput<typeof PackageContentSchema>
