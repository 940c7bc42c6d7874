import { Hono } from 'hono'
import { MOVEMENTS_PER_PULL_MAX } from '#shared/sync/limits'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { sendText } from '../http/send-text.ts'
import { readNumber } from './read-number.ts'

/** Everything the device's warehouse may see, in the order of the log, then how far it reaches. */
export function movementsRoute({ reader }: { readonly reader: Reader }) {
  return new Hono<DeviceEnv>().get('/movements', (c) => {
    const after = readNumber(c, 'after', { otherwise: 0, min: 0, max: Number.MAX_SAFE_INTEGER })
    const max = MOVEMENTS_PER_PULL_MAX
    const limit = readNumber(c, 'limit', { otherwise: max, min: 1, max: Number.MAX_SAFE_INTEGER })
    if (after === undefined) return refuse(c, { kind: 'malformed', field: 'after' })
    if (limit === undefined) return refuse(c, { kind: 'malformed', field: 'limit' })
    const { warehouseId } = c.var.device
    return sendText(
      c,
      readMovements(reader, { warehouseId, after, limit: Math.min(limit, max) }),
      'application/x-ndjson',
    )
  })
}

function readMovements(
  reader: Reader,
  {
    warehouseId,
    after,
    limit,
  }: { readonly warehouseId: string; readonly after: number; readonly limit: number },
): string {
  return reader.atOneMoment(() => {
    const rows = reader.all(
      reader.query
        .selectFrom('movementVisible')
        .innerJoin('fact', 'fact.seq', 'movementVisible.seq')
        .select(['fact.seq', 'fact.receivedAt', 'fact.body'])
        .where('movementVisible.warehouseId', '=', warehouseId)
        .where('movementVisible.seq', '>', after)
        .orderBy('movementVisible.seq')
        .limit(limit),
    )
    const isLast = rows.length < limit
    const head = isLast ? readHead(reader).seq : (rows.at(-1)?.seq ?? after)
    // The body is stored as the JSON that goes out, so a page is joined, not parsed.
    const lines = rows.map(
      ({ seq, receivedAt, body }) => `{"seq":${seq},"receivedAt":"${receivedAt}","movement":${body}}\n`,
    )
    return `${lines.join('')}{"head":${head}}\n`
  })
}
