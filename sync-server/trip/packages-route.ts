import { Hono } from 'hono'
import * as v from 'valibot'
import { StaffIdSchema } from '#shared/staff/staff'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import type { PackagesAnswer } from '#shared/trip/trip-package'
import type { DeviceEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { createPackages, type PackagesDeps } from './create-packages.ts'

/**
 * What a phone may hold for the person who signed in on it: everything, so that it wipes what is not in the answer. Any
 * device of the warehouse may ask; only the person's PIN opens what it gets.
 */
export function packagesRoute(deps: PackagesDeps) {
  const packages = createPackages(deps)
  return new Hono<DeviceEnv>().get('/packages', async (c) => {
    const staffId = v.safeParse(StaffIdSchema, c.req.query('staff'))
    if (!staffId.success) return refuse(c, { kind: 'malformed', field: 'staff' })
    const given = await packages.give(c.var.device, staffId.output)
    c.header('cache-control', 'no-store')
    return c.json({ protocol: PROTOCOL_VERSION, ...given } satisfies PackagesAnswer)
  })
}
