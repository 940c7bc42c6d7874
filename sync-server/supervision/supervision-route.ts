import { Hono } from 'hono'
import { SupervisionQuerySchema } from '#shared/desk/desk-supervision-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { readSupervision } from './read-supervision.ts'

/** GET /api/desk/supervision: how many wait where, in which step, for how long. */
export function supervisionRoute({ reader, now }: Pick<DeskDeps, 'reader' | 'now'>) {
  return new Hono<DeskEnv>().get('/supervision', (c) => {
    const query = parseQuery(c, SupervisionQuerySchema)
    if (!query.ok) return refuseDesk(c, query.error)
    return c.json(readSupervision(reader, { province: query.value.province, at: now() }))
  })
}
