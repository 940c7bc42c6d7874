import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { Instant } from '#shared/time/time'
import type { AuthenticateDevice } from '../device/device-caller.ts'
import type { DeviceContacts } from '../device/device-contacts.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import type { DeviceStreams } from './device-streams.ts'

export interface StreamDeps {
  readonly streams: DeviceStreams
  readonly authenticateDevice: AuthenticateDevice
  readonly contacts: DeviceContacts
  readonly now: () => Instant
}

/**
 * Server-sent `head` events. A device that keeps its stream open counts as heard from, until it is revoked: then the
 * stream ends, and it learns so when it asks for another.
 */
export function streamRoute({ streams, authenticateDevice, contacts, now }: StreamDeps) {
  return new Hono<DeviceEnv>().get('/stream', (c) => {
    if (c.req.method === 'HEAD') return c.body(null)
    const authorization = c.req.header('authorization')
    streams.open(c.env.outgoing, async () => {
      const device = await authenticateDevice(authorization)
      if (!device || device.revokedAt !== null) return false
      contacts.note(device.deviceId, now())
      return true
    })
    return RESPONSE_ALREADY_SENT
  })
}
