import { Hono } from 'hono'
import { RefusedQuerySchema, type RefusedPage } from '#shared/desk/desk-refused-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { readRefused } from './read-refused.ts'
import { refusedRow } from './refused-row.ts'

/** What tablets sent and the server did not take: which record of which tablet, and why. */
export function refusedRoute({ reader }: Pick<DeskDeps, 'reader'>) {
  return new Hono<DeskEnv>().get('/refused', (c) => {
    const query = parseQuery(c, RefusedQuerySchema)
    if (!query.ok) return refuseDesk(c, query.error)
    const { rows, total } = readRefused(reader, query.value)
    const { page, limit } = query.value
    return c.json({ rows: rows.map(refusedRow), total, page, limit } satisfies RefusedPage)
  })
}
