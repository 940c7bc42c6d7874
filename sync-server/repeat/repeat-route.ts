import { Hono } from 'hono'
import { RepeatRuleSchema } from '#shared/repeat/repeat-rule'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { readRepeatRule } from './repeat-rules.ts'

/** GET and PUT /api/desk/rules/repeat: how many days must lie between two helps of one household. */
export function repeatRoute({ reader, writer, now }: DeskDeps) {
  return new Hono<DeskEnv>()
    .get('/rules/repeat', (c) => c.json(readRepeatRule(reader)))
    .put('/rules/repeat', async (c) => {
      const body = await parseBody(c, RepeatRuleSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      await writer.write('setRepeatRule', {
        rule: body.value,
        changedBy: c.var.session.me.id,
        at: now(),
      })
      return c.json(readRepeatRule(reader))
    })
}
