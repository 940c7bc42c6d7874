import { hash, verify } from '@node-rs/argon2'
import { PIN_HASH_COST } from '#shared/staff/staff'

/** The package's `Algorithm.Argon2id`, which is an ambient enum that isolated modules cannot read. */
const ARGON2ID = 2

const OPTIONS = {
  algorithm: ARGON2ID,
  memoryCost: PIN_HASH_COST.memoryKib,
  timeCost: PIN_HASH_COST.iterations,
  parallelism: PIN_HASH_COST.parallelism,
  outputLen: PIN_HASH_COST.hashBytes,
}

/** Argon2id with a salt of its own, as a PHC string: for passwords and for the PINs that tablets verify offline. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize('NFC'), OPTIONS)
}

/**
 * Without a stored hash the same work is done in vain, so that the time it takes does not tell whether a user name
 * exists.
 */
export async function verifyPassword(storedHash: string | null, password: string): Promise<boolean> {
  if (storedHash !== null) return verify(storedHash, password.normalize('NFC'))
  await hashPassword(password)
  return false
}
