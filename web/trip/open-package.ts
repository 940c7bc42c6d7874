import { err, ok, type Result } from '#shared/result'
import { PackageContentSchema, type PackageContent, type TripPackage } from '#shared/trip/trip-package'
import * as v from 'valibot'
import { bytesFromBase64url } from '../seal/base64url.ts'
import { openBox, type BoxRefusal } from '../seal/open-box.ts'
import type { StaffKey } from '../seal/open-staff-key.ts'

/** What a phone was given of one household; the caller keeps it in memory and nowhere else. */
export async function openPackage(
  key: StaffKey,
  { sealed }: Pick<TripPackage, 'sealed'>,
): Promise<Result<PackageContent, BoxRefusal>> {
  const opened = await openBox(key, bytesFromBase64url(sealed))
  if (!opened.ok) return opened
  const content = v.safeParse(PackageContentSchema, JSON.parse(new TextDecoder().decode(opened.value)))
  return content.success ? ok(content.output) : err({ kind: 'box-unreadable' })
}
