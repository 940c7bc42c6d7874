import { Hono } from 'hono'
import { TickDaysSchema } from '#shared/desk/desk-setting-wire'
import type { DeskEnv } from '../access/desk-env.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { readTickDays, tickDaysSetting } from './settings.ts'

/** What an administrator sets for everybody. */
export function settingRoute({ reader, writer, now }: Pick<DeskDeps, 'reader' | 'writer' | 'now'>) {
  return new Hono<DeskEnv>()
    .get('/rules/ticks', (c) => c.json(readTickDays(reader)))
    .put('/rules/ticks', async (c) => {
      const body = await parseBody(c, TickDaysSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      await writer.write('putSetting', tickDaysSetting(body.value, c.var.session.me.id, now()))
      return c.json(readTickDays(reader))
    })
}
