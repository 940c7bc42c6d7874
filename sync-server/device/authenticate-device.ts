import { hashSecret } from '../access/secret.ts'
import type { Reader } from '../database/open-reader.ts'
import type { AuthenticateDevice, DeviceCaller } from './device-caller.ts'

const CALLERS_KEPT_MAX = 10_000

/**
 * Finds the device of a token and remembers it until the database changes, whoever changes it: a device revoked from
 * the command line is refused by a running server at once.
 */
export function createDeviceAuthentication(reader: Reader): AuthenticateDevice {
  const callerByTokenHash = new Map<string, DeviceCaller>()
  let dataVersion = reader.dataVersion()

  return async (authorization) => {
    const token = /^Bearer ([\w-]{20,100})$/.exec(authorization ?? '')?.[1]
    if (token === undefined) return undefined
    const newest = reader.dataVersion()
    if (newest !== dataVersion || callerByTokenHash.size >= CALLERS_KEPT_MAX) callerByTokenHash.clear()
    dataVersion = newest

    const tokenHash = hashSecret(token)
    const known = callerByTokenHash.get(tokenHash)
    if (known) return known
    const caller = reader.get(
      reader.query
        .selectFrom('device')
        .select(['id as deviceId', 'warehouseId', 'revokedAt'])
        .where('tokenHash', '=', tokenHash),
    )
    if (caller) callerByTokenHash.set(tokenHash, caller)
    return caller
  }
}
