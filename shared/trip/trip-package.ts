import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { ConsignmentIdSchema } from '../consignment/consignment.ts'
import { StaffIdSchema } from '../staff/staff.ts'
import { LocalDateSchema } from '../time/time.ts'
import { TripIdSchema } from './trip.ts'

/** `trip`: a door of a courier's trip; `visit`: a household that a verifier is to survey. */
export const PackageKindSchema = v.picklist(['trip', 'visit'])
export type PackageKind = v.InferOutput<typeof PackageKindSchema>

/**
 * What a phone is given of one household: sealed to one person's key, which their PIN opens, and kept as it is.
 * `sealed` is base64 of a box (see web/seal).
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

export function tripPackageId(tripId: string, consignmentId: string): string {
  return `${tripId}:${consignmentId}`
}

export function visitPackageId(caseFileId: string): string {
  return `visit:${caseFileId}`
}
