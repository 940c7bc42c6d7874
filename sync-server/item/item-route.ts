import { Hono } from 'hono'
import {
  ItemAddSchema,
  ItemChangeSchema,
  ItemQuerySchema,
  type ItemPage,
  type ItemRow,
} from '#shared/desk/desk-item-wire'
import { gtinFromDigits, isRestrictedGtin } from '#shared/gs1/gtin'
import { fold, matchesFolded } from '#shared/i18n/fold'
import { itemIdFromGtin, type Item, type ItemId } from '#shared/item/item'
import type { DeskEnv } from '../access/desk-env.ts'
import { createDigits } from '../access/secret.ts'
import type { DeskDeps } from '../desk/desk-deps.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import { parseBody, parseQuery } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import { createDocumentList, pageRows } from '../document/document-list.ts'
import type { ItemRefusal } from './item-jobs.ts'

const OWN_ID_DIGITS = 12

/** The catalogue. */
export function itemRoute({ reader, writer, now }: DeskDeps) {
  const listItems = createDocumentList(reader, 'items', {
    search: (item) => fold(`${item.name} ${item.nameEn ?? ''} ${codesOf(item)}`),
    order: ({ name, id }) => `${fold(name)} ${id}`,
  })
  return new Hono<DeskEnv>()
    .get('/items', (c) => {
      const query = parseQuery(c, ItemQuerySchema)
      if (!query.ok) return refuseDesk(c, query.error)
      const { q = '', category } = query.value
      const words = fold(q)
      const found = listItems().filter(
        ({ body, search }) =>
          (category === undefined || body.category === category) &&
          (words === '' ||
            matchesFolded(search, words) ||
            (/^\d{4,}$/.test(words) && search.includes(words))),
      )
      const { rows, ...page } = pageRows(found, query.value)
      return c.json({ ...page, rows: rows.map(itemRow) } satisfies ItemPage)
    })
    .get('/items/:id', (c) => {
      const found = listItems().find(({ id }) => id === c.req.param('id'))
      return found ? c.json(itemRow(found)) : refuseDesk(c, { kind: 'not-found' })
    })
    .post('/items', async (c) => {
      const body = await parseBody(c, ItemAddSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { gtin: typed, nameEn, ...rest } = body.value
      const gtin = typed ? gtinFromDigits(typed.replace(/[\s-]/g, '')) : undefined
      if (typed && (!gtin || isRestrictedGtin(gtin))) {
        return refuseDesk(c, invalidField('gtin', SENTENCE_BY_FIELD['gtin']!))
      }
      const id = gtin ? itemIdFromGtin(gtin) : (`item:${createDigits(OWN_ID_DIGITS)}` as ItemId)
      const item: Item = { id, ...(gtin && { gtin }), ...rest, ...(nameEn !== undefined && { nameEn }) }
      const added = await writer.write('addItem', { item, changedBy: c.var.session.me.id, at: now() })
      return added.ok ? c.json(added.value, 201) : refuseDesk(c, refuseItem(added.error))
    })
    .patch('/items/:id', async (c) => {
      const body = await parseBody(c, ItemChangeSchema)
      if (!body.ok) return refuseDesk(c, body.error)
      const { version, ...change } = body.value
      const changed = await writer.write('changeItem', {
        id: c.req.param('id') as ItemId,
        version,
        change,
        changedBy: c.var.session.me.id,
        at: now(),
      })
      return changed.ok ? c.json(changed.value) : refuseDesk(c, refuseItem(changed.error))
    })
}

function itemRow({ body, version }: { readonly body: Item; readonly version: number }): ItemRow {
  return { item: body, version }
}

function codesOf({ id, gtin, packs }: Item): string {
  return [gtin ?? id.replace(/^item:/, ''), ...packs.map((it) => it.gtin ?? '')].join(' ')
}

function refuseItem(refusal: ItemRefusal): DeskRefusal {
  switch (refusal.kind) {
    case 'not-found':
      return refusal
    case 'version-old':
      return { kind: 'conflict' }
    case 'exists':
      return invalidField('gtin', {
        vi: 'Mã vạch này đã có trong danh mục. Hãy tìm và sửa mặt hàng đó.',
        en: 'This barcode is in the catalogue already. Find that item and change it.',
      })
    case 'base-unit-used':
      return invalidField('baseUnit', {
        vi: 'Mặt hàng này đã có nhập xuất nên không đổi đơn vị gốc được nữa.',
        en: 'This item has been moved already, so its base unit cannot change.',
      })
  }
}
