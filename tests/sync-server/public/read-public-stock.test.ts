import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Movement } from '#shared/movement/movement'
import { PublicStockSchema, type PublicStock } from '#shared/sync/wire'
import { locationKind, type LocationId } from '#shared/location/location'
import { dayInVietnam, instantFromMs, type Instant } from '#shared/time/time'
import { fillDemo } from '../../../scripts/demo/fill-demo.ts'
import { createPublicStockReader } from '../../../sync-server/public/read-public-stock.ts'
import { openReader, type Reader } from '../../../sync-server/database/open-reader.ts'
import { makeTempFolder } from '../../support/temp-folder.ts'

/** Half past midnight in Vietnam: still the day before in UTC. */
const NOW = '2026-11-20T17:30:00.000Z' as Instant

let reader: Reader
let stock: PublicStock
let movements: Movement[]
const temp = makeTempFolder()

beforeAll(async () => {
  await fillDemo(temp.folder, { now: NOW, seed: 11 })
  reader = openReader(temp.folder)
  stock = createPublicStockReader(reader, { demo: true })(NOW)
  const facts = reader.all(
    reader.query.selectFrom('fact').select('body').where('kind', '=', 'movement').orderBy('seq'),
  )
  movements = facts.map(({ body }) => JSON.parse(body) as Movement)
})
afterAll(() => {
  reader.close()
  temp.remove()
})

describe('the public figures', () => {
  test('have the shape that is promised', () => {
    expect(v.parse(PublicStockSchema, stock)).toEqual(stock)
  })

  test('equal a plain fold of the ledger', () => {
    const sums = new Map<
      string,
      { inStock: number; inTransit: number; received: number; delivered: number }
    >()
    for (const { lines } of movements) {
      for (const { itemId, quantity, fromId, toId } of lines) {
        const sum = sums.get(itemId) ?? { inStock: 0, inTransit: 0, received: 0, delivered: 0 }
        sums.set(itemId, sum)
        count(sum, fromId, -quantity)
        count(sum, toId, quantity)
      }
    }
    expect(stock.items.length).toBe(sums.size)
    for (const item of stock.items) expect(item).toMatchObject(sums.get(item.itemId)!)
  })

  test('say what left the shelves and did not come back', () => {
    const left = new Map<string, number>()
    for (const { kind, lines } of movements) {
      if (kind !== 'dispatch' && kind !== 'give-back') continue
      const sign = kind === 'dispatch' ? 1 : -1
      for (const { itemId, quantity } of lines) left.set(itemId, (left.get(itemId) ?? 0) + sign * quantity)
    }
    for (const { itemId, dispatched } of stock.items) expect(dispatched).toBe(left.get(itemId) ?? 0)
  })

  test('count each category by unit, and never add two units', () => {
    for (const { category, itemCount, units } of stock.categories) {
      const members = stock.items.filter((item) => item.category === category)
      expect(itemCount).toBe(members.length)
      expect(new Set(units.map(({ unit, baseUnit }) => unit + baseUnit)).size).toBe(units.length)
      for (const { unit, inStock } of units) {
        const sum = members.filter((item) => item.unit === unit).reduce((all, item) => all + item.inStock, 0)
        expect(inStock).toBe(sum)
      }
    }
  })

  test('count a day as people in Vietnam do', () => {
    expect(stock.days.at(-1)!.on).toBe('2026-11-21')
    for (const { on, dispatches, deliveries } of stock.days) {
      const thatDay = movements.filter(({ occurredAt }) => dayInVietnam(occurredAt) === on)
      expect(dispatches).toBe(thatDay.filter(({ kind }) => kind === 'dispatch').length)
      expect(deliveries).toBe(thatDay.filter(({ kind }) => kind === 'delivery').length)
    }
  })

  test('count every case file that received goods once', () => {
    const helped = new Set(
      movements.filter(({ kind }) => kind === 'delivery').map(({ caseFileId }) => caseFileId),
    )
    expect(stock.caseFilesHelped).toBe(helped.size)
  })

  test('mark what a finding puts in question', () => {
    const open = reader.all(
      reader.query
        .selectFrom('finding')
        .select('itemId')
        .where('kind', '=', 'below-zero')
        .where('open', '=', 1),
    )
    expect(open.length).toBeGreaterThan(0)
    expect(stock.items.filter(({ inQuestion }) => inQuestion).map(({ itemId }) => itemId)).toEqual(
      [...new Set(open.map(({ itemId }) => itemId))].sort(),
    )
  })

  test('name the nearest expiry among what lies on a shelf', () => {
    for (const { itemId, nextExpiryOn } of stock.items) {
      const dates = reader
        .all(
          reader.query
            .selectFrom('stock')
            .select('expiresOn')
            .where('itemId', '=', itemId)
            .where('locationKind', '=', 'shelf')
            .where('quantity', '>', 0)
            .where('expiresOn', 'is not', null),
        )
        .map(({ expiresOn }) => expiresOn!)
        .sort()
      expect(nextExpiryOn).toBe(dates[0] ?? null)
    }
  })

  test('tell how many devices are heard, and that a device falls silent by time alone', () => {
    expect(stock.devices).toMatchObject({ enrolled: 8, silent: 1, unsent: 7 })
    const twoHoursLater = instantFromMs(Date.parse(NOW) + 2 * 3_600_000)
    const { devices } = createPublicStockReader(reader, { demo: true })(twoHoursLater)
    expect(devices).toEqual({ ...stock.devices, silent: 8 })
  })
})

test('the same seed and moment make the same month', async () => {
  const again = makeTempFolder()
  await fillDemo(again.folder, { now: NOW, seed: 11 })
  const second = openReader(again.folder)
  const { items, categories, days, caseFilesHelped, head } = createPublicStockReader(second, { demo: true })(
    NOW,
  )
  second.close()
  again.remove()
  expect({ items, categories, days, caseFilesHelped, head }).toEqual({
    items: stock.items,
    categories: stock.categories,
    days: stock.days,
    caseFilesHelped: stock.caseFilesHelped,
    head: stock.head,
  })
})

function count(
  sum: { inStock: number; inTransit: number; received: number; delivered: number },
  locationId: LocationId,
  change: number,
): void {
  const kind = locationKind(locationId)
  if (kind === 'shelf') sum.inStock += change
  if (kind === 'transit') sum.inTransit += change
  if (kind === 'donor') sum.received -= change
  if (kind === 'case-file') sum.delivered += change
}
