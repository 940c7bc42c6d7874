import { Hono } from 'hono'
import type { SnapshotRow } from '#shared/sync/wire'
import { readHead } from '../database/change-watch.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { sendText } from '../http/send-text.ts'

/** The held stock of the device's warehouse as of exactly one head: from there it goes on with movements. */
export function snapshotRoute({ reader }: { readonly reader: Reader }) {
  return new Hono<DeviceEnv>().get('/snapshot', (c) => {
    const { head, rows } = readSnapshot(reader, c.var.device.warehouseId)
    const lines = rows.map((row) => `${JSON.stringify(row)}\n`)
    return sendText(
      c,
      `${JSON.stringify({ head, rows: rows.length })}\n${lines.join('')}`,
      'application/x-ndjson',
    )
  })
}

function readSnapshot(reader: Reader, warehouseId: string) {
  return reader.atOneMoment(() => {
    const rows = reader.all(
      reader.query
        .selectFrom('warehouseLocation')
        .innerJoin('stock', 'stock.locationId', 'warehouseLocation.locationId')
        .select(['stock.locationId', 'stock.lotId', 'stock.itemId', 'stock.quantity'])
        .where('warehouseLocation.warehouseId', '=', warehouseId)
        .where('stock.quantity', '<>', 0),
    )
    return { head: readHead(reader).seq, rows: rows as SnapshotRow[] }
  })
}
