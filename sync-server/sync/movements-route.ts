import { Hono, type Context } from 'hono'
import { MOVEMENTS_PER_PULL_MAX } from '#shared/sync/limits'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { sendText } from '../http/send-text.ts'
import { readNumber } from './read-number.ts'

/**
 * Everything the device's warehouse may see: `after` a number in the order of the log, then how far it reaches; or
 * `before` a number, newest first, then how far back it goes.
 */
export function movementsRoute({ reader }: { readonly reader: Reader }) {
  return new Hono<DeviceEnv>().get('/movements', (c) => {
    const { warehouseId } = c.var.device
    const isBackwards = c.req.query('before') !== undefined
    const from = readSeq(c, isBackwards ? 'before' : 'after')
    const asked = readNumber(c, 'limit', {
      otherwise: MOVEMENTS_PER_PULL_MAX,
      min: 1,
      max: Number.MAX_SAFE_INTEGER,
    })
    if (from === undefined) return refuse(c, { kind: 'malformed', field: isBackwards ? 'before' : 'after' })
    if (asked === undefined) return refuse(c, { kind: 'malformed', field: 'limit' })
    const page = { warehouseId, from, limit: Math.min(asked, MOVEMENTS_PER_PULL_MAX) }
    return sendText(
      c,
      isBackwards ? readBackwards(reader, page) : readForwards(reader, page),
      'application/x-ndjson',
    )
  })
}

function readSeq(c: Context, name: 'after' | 'before'): number | undefined {
  return readNumber(c, name, { otherwise: 0, min: 0, max: Number.MAX_SAFE_INTEGER })
}

interface Page {
  readonly warehouseId: string
  readonly from: number
  readonly limit: number
}

function readForwards(reader: Reader, { warehouseId, from, limit }: Page): string {
  return reader.atOneMoment(() => {
    const rows = reader.all(
      visibleTo(reader, warehouseId)
        .where('movementVisible.seq', '>', from)
        .orderBy('movementVisible.seq')
        .limit(limit),
    )
    const isLast = rows.length < limit
    const head = isLast ? readHead(reader).seq : (rows.at(-1)?.seq ?? from)
    return `${linesOf(rows)}{"head":${head}}\n`
  })
}

function readBackwards(reader: Reader, { warehouseId, from, limit }: Page): string {
  const rows = reader.all(
    visibleTo(reader, warehouseId)
      .where('movementVisible.seq', '<', from)
      .orderBy('movementVisible.seq', 'desc')
      .limit(limit),
  )
  const backTo = rows.length < limit ? 0 : rows.at(-1)!.seq
  return `${linesOf(rows)}{"backTo":${backTo}}\n`
}

function visibleTo(reader: Reader, warehouseId: string) {
  return reader.query
    .selectFrom('movementVisible')
    .innerJoin('fact', 'fact.seq', 'movementVisible.seq')
    .select(['fact.seq', 'fact.receivedAt', 'fact.body'])
    .where('movementVisible.warehouseId', '=', warehouseId)
}

/** The body is stored as the JSON that goes out, so a page is joined, not parsed. */
function linesOf(rows: readonly { seq: number; receivedAt: string; body: string }[]): string {
  return rows
    .map(({ seq, receivedAt, body }) => `{"seq":${seq},"receivedAt":"${receivedAt}","movement":${body}}\n`)
    .join('')
}
