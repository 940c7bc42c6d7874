import { Hono } from 'hono'
import { FindingHandleSchema, FindingQuerySchema } from '#shared/desk/desk-finding-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { readFinding, readFindings } from './read-findings.ts'

/** What a person must look at. Handling says what was done; only the facts close a finding. */
export function findingRoute({ reader, writer, now }: DeskDeps) {
  return new Hono<DeskEnv>()
    .get('/findings', (c) => {
      const query = parseQuery(c, FindingQuerySchema)
      return query.ok ? c.json(readFindings(reader, query.value)) : refuseDesk(c, query.error)
    })
    .post('/findings/handle', async (c) => {
      const body = await parseBody(c, FindingHandleSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { key, note } = body.value
      const isKnown = await writer.write('handleFinding', {
        key,
        note,
        handledBy: c.var.session.me.id,
        at: now(),
      })
      return isKnown ? c.json(readFinding(reader, key)) : refuseDesk(c, { kind: 'not-found' })
    })
}
