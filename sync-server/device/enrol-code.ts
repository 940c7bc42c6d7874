import type { EnrolCode } from '#shared/desk/desk-device-wire'
import { ENROL_CODE_LIFETIME_MS } from '#shared/device/device'
import { formatOwnLabel } from '#shared/gs1/own-label'
import type { WarehouseId } from '#shared/location/location'
import { err, ok, type Result } from '#shared/result'
import type { StaffId } from '#shared/staff/staff'
import { instantFromMs, msFromInstant, type Instant } from '#shared/time/time'
import { createDigits, hashSecret } from '../access/secret.ts'
import type { Writer } from '../database/writer.ts'

const CODE_DIGITS = 12

interface EnrolCodeRequest {
  readonly warehouseId: WarehouseId
  readonly createdBy: StaffId | null
  readonly origin: string
  readonly at: Instant
}

/** A code for one tablet: digits and `-` only, with check digits, good for ten minutes. Stored as a hash. */
export async function createEnrolCode(
  writer: Pick<Writer, 'write'>,
  { warehouseId, createdBy, origin, at }: EnrolCodeRequest,
): Promise<Result<EnrolCode, { readonly kind: 'warehouse-unknown' }>> {
  const code = formatOwnLabel({ family: 'enrolment', digits: createDigits(CODE_DIGITS) })
  const expiresAt = instantFromMs(msFromInstant(at) + ENROL_CODE_LIFETIME_MS)
  const codeHash = hashEnrolCode(code)
  const isAdded = await writer.write('addEnrolCode', { codeHash, warehouseId, createdBy, expiresAt, at })
  if (!isAdded) return err({ kind: 'warehouse-unknown' })
  return ok({ code, url: `${origin}/app/enrol#${code}`, expiresAt, warehouseId })
}

/** People leave out dashes or type spaces: only the digits count. */
export function hashEnrolCode(code: string): string {
  return hashSecret(`enrol|${code.replace(/\D/g, '')}`)
}
