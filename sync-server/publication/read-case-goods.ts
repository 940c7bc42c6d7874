import type { CaseFileId, Need } from '#shared/case-file/case-file'
import { countNeeds } from '#shared/case-file/needs-progress'
import type { Item, ItemId } from '#shared/item/item'
import { caseFileLocation } from '#shared/location/location'
import type { Movement } from '#shared/movement/movement'
import { factsOfCaseFile } from '../case-file/case-file-facts.ts'
import type { Reader } from '../database/open-reader.ts'
import { readBodies } from '../document/read-document.ts'
import { nameUnknownItem } from '../public/name-unknown-item.ts'
import { readGoodsInTransit } from '../trip/read-goods.ts'

type NamedItem = Pick<Item, 'id' | 'name' | 'nameEn' | 'category' | 'baseUnit' | 'unit'>

/** One need beside what is on its way and what was handed over; without a need, goods that were given besides. */
export interface CaseGoods {
  readonly need: Need | undefined
  /** What the need names, or what was given. */
  readonly item: NamedItem | undefined
  readonly onTheWay: number
  readonly delivered: number
}

/** What a case file asks for and what was done about it, out of the stock of its places: nothing is added up anew. */
export function readCaseGoods(
  reader: Reader,
  caseFileId: CaseFileId,
  needs: readonly Need[],
): readonly CaseGoods[] {
  const atHome = reader.all(
    reader.query
      .selectFrom('stock')
      .select(['itemId', 'quantity'])
      .where('locationId', '=', caseFileLocation(caseFileId))
      .where('quantity', '>', 0),
  )
  const underWay = [...readGoodsInTransit(reader, readConsignments(reader, caseFileId)).values()].flat()
  const itemIds = new Set([...needs, ...atHome, ...underWay].flatMap(({ itemId }) => itemId ?? []))
  const known = readBodies(reader, 'items', itemIds)
  const itemOf = (id: string): NamedItem => ({
    ...(known.get(id) ?? nameUnknownItem(id)),
    id: id as ItemId,
  })
  const taken = (rows: readonly { readonly itemId: string; readonly quantity: number }[]) =>
    [...Map.groupBy(rows, ({ itemId }) => itemId)].map(([itemId, all]) => ({
      item: itemOf(itemId),
      quantity: all.reduce((sum, { quantity }) => sum + quantity, 0),
    }))
  const delivered = countNeeds(needs, taken(atHome))
  const all = countNeeds(needs, taken([...atHome, ...underWay]))
  const asked = needs.map((need, i) => ({
    need,
    item: need.itemId === undefined ? undefined : itemOf(need.itemId),
    onTheWay: all.needs[i]!.taken - delivered.needs[i]!.taken,
    delivered: delivered.needs[i]!.taken,
  }))
  const besides = all.unasked.map(({ item, quantity }) => {
    const there = delivered.unasked.find((it) => it.item.id === item.id)?.quantity ?? 0
    return { need: undefined, item: itemOf(item.id), onTheWay: quantity - there, delivered: there }
  })
  return [...asked, ...besides]
}

function readConsignments(reader: Reader, caseFileId: CaseFileId): string[] {
  return factsOfCaseFile(reader, caseFileId).flatMap(({ body }) => {
    const { kind, consignmentId } = JSON.parse(body) as Movement
    return kind === 'dispatch' ? (consignmentId ?? []) : []
  })
}
