import { isTrivialPin } from '#shared/staff/pin'
import { err, ok, type Result } from '#shared/result'
import { createKeyBox } from '../seal/staff-key.ts'
import { hashPassword } from './password.ts'
import type { StaffRecord } from './staff-jobs.ts'

interface Typed {
  readonly password?: string | undefined
  readonly pin?: string | undefined
}

/** What was typed, as what is stored; a PIN also brings a pair of keys that only it opens. Only what was given is in the answer. */
export async function hashCredentials({
  password,
  pin,
}: Typed): Promise<
  Result<Partial<Pick<StaffRecord, 'passwordHash' | 'pinHash' | 'keyBox'>>, { readonly kind: 'pin-trivial' }>
> {
  if (pin !== undefined && isTrivialPin(pin)) return err({ kind: 'pin-trivial' })
  return ok({
    ...(password !== undefined && { passwordHash: await hashPassword(password) }),
    ...(pin !== undefined && {
      pinHash: await hashPassword(pin),
      keyBox: JSON.stringify(await createKeyBox(pin)),
    }),
  })
}
