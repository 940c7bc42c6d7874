import { Hono } from 'hono'
import { msFromInstant, type Instant } from '#shared/time/time'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'
import type { AppEnv } from '../http/app-env.ts'

export interface HealthDeps {
  readonly reader: Reader
  readonly now: () => Instant
  /** The figures are made up: the app says so on every screen. */
  readonly demo: boolean
}

/** For a watchdog: the server lives, how far the log has come, and how long ago it last grew. */
export function healthRoute({ reader, now, demo }: HealthDeps) {
  return new Hono<AppEnv>().get('/health', (c) => {
    const last = reader.get(
      reader.query.selectFrom('fact').select('receivedAt').orderBy('seq', 'desc').limit(1),
    )
    const ageMs = last && msFromInstant(now()) - msFromInstant(last.receivedAt as Instant)
    c.header('cache-control', 'no-store')
    return c.json({
      ok: true,
      demo,
      head: readHead(reader).seq,
      lastWriteSecondsAgo: ageMs === undefined ? null : Math.round(ageMs / 1000),
    })
  })
}
