import { instantFromMs } from '#shared/time/time'
import { createSecret, hashSecret } from '../access/secret.ts'
import type { Writer } from '../database/writer.ts'

/**
 * A fresh one-time code while there is no administrator, else undefined. An older code stops working, so only the
 * newest start's address is good.
 */
export async function ensureSetupCode(writer: Pick<Writer, 'write'>): Promise<string | undefined> {
  const code = createSecret()
  const isOpen = await writer.write('putSetupCode', {
    codeHash: hashSecret(code),
    at: instantFromMs(Date.now()),
  })
  return isOpen ? code : undefined
}
