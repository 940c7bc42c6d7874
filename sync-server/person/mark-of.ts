import { hashRaw } from '@node-rs/argon2'
import { MARK_COST, markText, type MarkId, type MarkKind } from '#shared/person/mark'
import type { SealKeys } from '../seal/seal-keys.ts'

/** The package's `Algorithm.Argon2id`, which is an ambient enum that isolated modules cannot read. */
const ARGON2ID = 2

/** What stands for a number on tablets; undefined for what is no whole number. `web/person/mark-of.ts` does the same. */
export async function markOf(
  { markKey, markSalt }: Pick<SealKeys, 'markKey' | 'markSalt'>,
  kind: MarkKind,
  value: string,
): Promise<MarkId | undefined> {
  const text = markText(kind, value)
  if (text === undefined) return undefined
  const hash = await hashRaw(text, {
    algorithm: ARGON2ID,
    memoryCost: MARK_COST.memoryKib,
    timeCost: MARK_COST.iterations,
    parallelism: MARK_COST.parallelism,
    outputLen: MARK_COST.hashBytes,
    salt: markSalt,
    secret: markKey,
  })
  return hash.toString('base64url') as MarkId
}
