import { Hono } from 'hono'
import { EnrolCodeRequestSchema } from '#shared/desk/desk-device-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { publicOrigin } from '../http/public-origin.ts'
import { refuseLocation } from '../location/warehouse-route.ts'
import { createEnrolCode } from './enrol-code.ts'
import { readDevices } from './read-devices.ts'

/** The tablets: who is quiet, a code for a new one, an end to a lost one. */
export function deviceRoute({ reader, writer, now, publicUrl }: DeskDeps) {
  return new Hono<DeskEnv>()
    .get('/devices', (c) => c.json({ devices: readDevices(reader, now()) }))
    .post('/devices/enrol-codes', async (c) => {
      const body = await parseBody(c, EnrolCodeRequestSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const created = await createEnrolCode(writer, {
        warehouseId: body.value.warehouseId,
        createdBy: c.var.session.me.id,
        origin: publicOrigin(c, publicUrl),
        at: now(),
      })
      return created.ok ? c.json(created.value, 201) : refuseDesk(c, refuseLocation(created.error))
    })
    .post('/devices/:id/revoke', async (c) => {
      const deviceId = c.req.param('id')
      const isKnown = await writer.write('revokeDevice', { deviceId, at: now() })
      if (!isKnown) return refuseDesk(c, { kind: 'not-found' })
      return c.json(readDevices(reader, now()).find(({ id }) => id === deviceId))
    })
}
