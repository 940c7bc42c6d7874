import { createHmac } from 'node:crypto'
import type { CaseFileId } from '#shared/case-file/case-file'
import { trackCodeOf } from '#shared/request/track-code'
import { hashSecret } from '../access/secret.ts'
import { keyFor } from '../seal/key-for.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/**
 * The code a requester follows a case file by: made of the key and the id, so that it can be told again without lying
 * anywhere, and nobody without the key can guess one.
 */
export function trackCodeFor(keys: Pick<SealKeys, 'sealKey'>, caseFileId: CaseFileId): string {
  const key = keyFor(keys, 'kho4d-track')
  return trackCodeOf(createHmac('sha256', key).update(caseFileId).digest().subarray(0, 9))
}

export function trackHashOf(code: string): string {
  return hashSecret(`track|${code}`)
}
