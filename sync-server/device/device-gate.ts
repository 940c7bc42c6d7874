import { createMiddleware } from 'hono/factory'
import { PROTOCOL_VERSION, PROTOCOL_VERSION_MIN } from '#shared/sync/limits'
import type { Instant } from '#shared/time/time'
import type { DeviceEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import type { AuthenticateDevice } from './device-caller.ts'
import type { DeviceContacts } from './device-contacts.ts'
import type { DeviceRates } from './device-rates.ts'

export interface DeviceGateDeps {
  readonly authenticateDevice: AuthenticateDevice
  readonly contacts: DeviceContacts
  readonly rates: DeviceRates
  readonly now: () => Instant
}

/** Lets a known device in, if it can be understood and does not hurry. A revoked one may still hand in what it recorded before. */
export function createDeviceGate({ authenticateDevice, contacts, rates, now }: DeviceGateDeps) {
  return createMiddleware<DeviceEnv>(async (c, next) => {
    c.header('x-kho-protocol', String(PROTOCOL_VERSION))
    const device = await authenticateDevice(c.req.header('authorization'))
    if (!device) return refuse(c, { kind: 'no-token' })
    const isPush = c.req.method === 'POST' && c.req.path === '/api/sync/facts'
    const handsIn = isPush || c.req.path.startsWith('/api/sync/parts/')
    if (device.revokedAt !== null && !handsIn) return refuse(c, { kind: 'revoked' })
    const protocol = c.req.header('x-kho-protocol')
    if (protocol !== undefined && !(Number(protocol) >= PROTOCOL_VERSION_MIN)) {
      return refuse(c, { kind: 'too-old', protocolMin: PROTOCOL_VERSION_MIN })
    }
    const retryAfterSeconds = rates.take(device.deviceId)
    if (retryAfterSeconds !== undefined) return refuse(c, { kind: 'too-many-requests', retryAfterSeconds })
    c.set('device', device)
    if (!isPush) contacts.note(device.deviceId, now())
    return next()
  })
}
