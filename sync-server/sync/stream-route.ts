import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { Instant } from '#shared/time/time'
import type { DeviceContacts } from '../device/device-contacts.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import type { DeviceStreams } from './device-streams.ts'

export interface StreamDeps {
  readonly streams: DeviceStreams
  readonly contacts: DeviceContacts
  readonly now: () => Instant
}

/** Server-sent `head` events. A device that keeps its stream open counts as heard from. */
export function streamRoute({ streams, contacts, now }: StreamDeps) {
  return new Hono<DeviceEnv>().get('/stream', (c) => {
    const { deviceId } = c.var.device
    streams.open(c.env.outgoing, () => contacts.note(deviceId, now()))
    return RESPONSE_ALREADY_SENT
  })
}
