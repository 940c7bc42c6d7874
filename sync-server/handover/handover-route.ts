import { Hono } from 'hono'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { HandoverList } from '#shared/desk/desk-handover-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { readHandovers } from './read-handovers.ts'

/** How the handovers of a case file stand. Who took the goods is another question, asked for each part by itself. */
export function handoverRoute({ reader }: DeskDeps) {
  return new Hono<DeskEnv>().get('/case-files/:id/handovers', (c) => {
    const handovers = readHandovers(reader, c.req.param('id') as CaseFileId)
    return c.json({ handovers } satisfies HandoverList)
  })
}
