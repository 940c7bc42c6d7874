import { Hono } from 'hono'
import {
  ShelfAddSchema,
  WarehouseAddSchema,
  type ShelfRow,
  type WarehouseRow,
} from '#shared/desk/desk-warehouse-wire'
import { shelfLabel } from '#shared/location/shelf-label'
import type { Location, LocationId, WarehouseId } from '#shared/location/location'
import type { DeskEnv } from '../access/desk-env.ts'
import type { Reader } from '../database/open-reader.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { parseBody } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import type { ShelfRefusal } from './location-jobs.ts'

/** Warehouses and their shelves. */
export function warehouseRoute({ reader, writer, now }: DeskDeps) {
  return new Hono<DeskEnv>()
    .get('/warehouses', (c) => c.json({ warehouses: readWarehouses(reader) }))
    .post('/warehouses', async (c) => {
      const body = await parseBody(c, WarehouseAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const added = await writer.write('addWarehouse', { ...body.value, at: now() })
      if (!added.ok) return refuseDesk(c, refuseLocation(added.error))
      return c.json({ ...added.value, shelfCount: 0, deviceCount: 0 } satisfies WarehouseRow, 201)
    })
    .get('/shelves', (c) => c.json({ shelves: readShelves(reader, c.req.query('warehouse')) }))
    .post('/shelves', async (c) => {
      const body = await parseBody(c, ShelfAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { warehouseId, code, name = code } = body.value
      const changedBy = c.var.session.me.id
      const added = await writer.write('addShelf', { warehouseId, code, name, changedBy, at: now() })
      return added.ok ? c.json(shelfRow(added.value), 201) : refuseDesk(c, refuseLocation(added.error))
    })
}

export function readWarehouses(reader: Reader): WarehouseRow[] {
  const shelves = Map.groupBy(readShelves(reader, undefined), ({ warehouseId }) => warehouseId)
  const devices = Map.groupBy(
    reader.all(reader.query.selectFrom('device').select('warehouseId').where('revokedAt', 'is', null)),
    ({ warehouseId }) => warehouseId,
  )
  return reader
    .all(
      reader.query.selectFrom('warehouse').select(['id', 'code', 'name']).orderBy('createdAt').orderBy('id'),
    )
    .map((it) => ({
      ...it,
      shelfCount: shelves.get(it.id)?.length ?? 0,
      deviceCount: devices.get(it.id)?.length ?? 0,
    }))
}

/** All shelves, or those of one warehouse, in the order people read codes: A-2 before A-10. */
export function readShelves(reader: Reader, warehouseId: string | undefined): ShelfRow[] {
  const within =
    warehouseId === undefined ? ['shelf:', 'shelf;'] : [`shelf:${warehouseId}.`, `shelf:${warehouseId}/`]
  return reader
    .all(
      reader.query
        .selectFrom('document')
        .select('body')
        .where('collection', '=', 'locations')
        .where('id', '>=', within[0]!)
        .where('id', '<', within[1]!)
        .where('deleted', '=', 0),
    )
    .map(({ body }) => shelfRow(JSON.parse(body) as Location))
    .sort((a, b) => BY_CODE.compare(a.code, b.code))
}
const BY_CODE = new Intl.Collator('vi', { numeric: true })

export function shelfRow({ id, warehouseId, code, name }: Location): ShelfRow {
  return { id, warehouseId: warehouseId ?? warehouseOf(id), code, name, label: shelfLabel(id) ?? '' }
}

function warehouseOf(id: LocationId): WarehouseId {
  return id.slice('shelf:'.length).split('.')[0] as WarehouseId
}

export function refuseLocation(refusal: ShelfRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'code-taken':
      return invalidField('code', {
        vi: 'Mã này đã được dùng. Hãy chọn mã khác.',
        en: 'This code is taken. Choose another one.',
      })
    case 'warehouse-unknown':
      return invalidField('warehouseId', {
        vi: 'Không có kho này. Hãy chọn kho trong danh sách.',
        en: 'There is no such warehouse. Choose one of the list.',
      })
  }
}
