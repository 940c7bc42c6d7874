import { Hono } from 'hono'
import { StaffAddSchema, StaffChangeSchema, type StaffRow } from '#shared/desk/desk-staff-wire'
import type { StaffId } from '#shared/staff/staff'
import type { DeskEnv } from '../access/desk-env.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { hashCredentials } from './staff-credentials.ts'
import type { StaffRecord } from './staff-jobs.ts'
import { readStaffPlaces } from './staff-places.ts'
import { refuseStaff } from './staff-refusal.ts'

/** Who works here. Passwords and PINs go in and never come out. */
export function staffRoute({ reader, writer, now, newId }: DeskDeps) {
  return new Hono<DeskEnv>()
    .get('/staff', (c) => c.json({ staff: readStaff(reader) }))
    .post('/staff', async (c) => {
      const body = await parseBody(c, StaffAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { name, role, warehouseId = null, userName = null, password, pin, placeCodes } = body.value
      const credentials = await hashCredentials({ password, pin })
      if (!credentials.ok) return refuseDesk(c, refuseStaff(credentials.error))
      const added = await writer.write('addStaff', {
        staff: {
          id: newId() as StaffId,
          name,
          role,
          warehouseId,
          userName,
          passwordHash: null,
          pinHash: null,
          keyBox: null,
          ...credentials.value,
          active: 1,
          createdAt: now(),
        },
        changedBy: c.var.session.me.id,
      })
      if (!added.ok) return refuseDesk(c, refuseStaff(added.error))
      if (placeCodes.length > 0) await writer.write('setStaffPlaces', { staffId: added.value.id, placeCodes })
      return c.json(staffRow(added.value, readStaffPlaces(reader)), 201)
    })
    .patch('/staff/:id', async (c) => {
      const body = await parseBody(c, StaffChangeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { password, pin, active, placeCodes, ...change } = body.value
      const credentials = await hashCredentials({ password, pin })
      if (!credentials.ok) return refuseDesk(c, refuseStaff(credentials.error))
      const changed = await writer.write('changeStaff', {
        id: c.req.param('id') as StaffId,
        change: { ...change, ...credentials.value, ...(active !== undefined && { active: active ? 1 : 0 }) },
        changedBy: c.var.session.me.id,
        at: now(),
      })
      if (!changed.ok) return refuseDesk(c, refuseStaff(changed.error))
      if (placeCodes) await writer.write('setStaffPlaces', { staffId: changed.value.id, placeCodes })
      return c.json(staffRow(changed.value, readStaffPlaces(reader)))
    })
}

export function readStaff(reader: Reader): StaffRow[] {
  const places = readStaffPlaces(reader)
  return reader
    .all(reader.query.selectFrom('staffMember').selectAll().orderBy('active', 'desc').orderBy('createdAt'))
    .map((record) => staffRow(record, places))
}

export function staffRow(record: StaffRecord, places: ReadonlyMap<string, readonly string[]>): StaffRow {
  const { id, name, role, warehouseId, userName, passwordHash, pinHash, active } = record
  return {
    id,
    name,
    role,
    warehouseId,
    userName,
    hasPassword: passwordHash !== null,
    hasPin: pinHash !== null,
    active: active === 1,
    placeCodes: [...(places.get(id) ?? [])],
  }
}
