import { ShelfAddSchema, WarehouseAddSchema } from '#shared/desk/desk-warehouse-wire'
import { fold } from '#shared/i18n/fold'
import { err, ok } from '#shared/result'
import { invalidField, type DeskRefusal } from '../../sync-server/desk/desk-refusal.ts'
import { parseFields } from '../../sync-server/desk/parse-desk.ts'
import {
  readShelves,
  readWarehouses,
  refuseLocation,
  shelfRow,
} from '../../sync-server/location/warehouse-route.ts'
import { COMMAND_LINE, STRING, usageRefusal, valueOf, type Command } from './command.ts'
import { findWarehouse } from './find-by-name.ts'

export const PLACE_COMMANDS: readonly Command[] = [
  {
    name: 'warehouse add',
    usage: '--code HN --name "Kho Hà Nội"',
    summary: 'Thêm kho · add a warehouse',
    wordsMax: 2,
    options: { code: STRING, name: STRING },
    async run({ writer, now }, input) {
      const code = valueOf(input, 'code', 0)
      const given = parseFields({ code, name: valueOf(input, 'name', 1) ?? code }, WarehouseAddSchema)
      if (!given.ok) return given
      const added = await writer.write('addWarehouse', { ...given.value, at: now() })
      return added.ok ? added : err(refuseLocation(added.error))
    },
  },
  {
    name: 'warehouse list',
    usage: '',
    summary: 'Các kho · the warehouses',
    options: {},
    run: async ({ reader }) => ok({ warehouses: readWarehouses(reader) }),
  },
  {
    name: 'shelf add',
    usage: '--warehouse HN --code A-1 [--name "Kệ A-1"] | A-1 A-2 B-1 --warehouse HN',
    summary: 'Thêm kệ · add one or several shelves',
    wordsMax: Infinity,
    options: { warehouse: STRING, code: STRING, name: STRING },
    async run(context, input) {
      const warehouseId = findWarehouse(context, valueOf(input, 'warehouse'))
      if (!warehouseId.ok) return warehouseId
      const named = valueOf(input, 'code')
      const codes = named === undefined ? input.positionals : [named, ...input.positionals]
      if (codes.length === 0)
        return err(usageRefusal('Thiếu mã kệ (--code).', 'The code of the shelf is missing (--code).'))
      const taken = firstTaken(readShelves(context.reader, warehouseId.value), codes)
      if (taken !== undefined) return err(refuseTaken(taken))
      const name = codes.length === 1 ? valueOf(input, 'name') : undefined
      const wanted = []
      // All are looked at before the first is added, as above.
      for (const code of codes) {
        const shelf = { warehouseId: warehouseId.value, code, ...(name !== undefined && { name }) }
        const given = parseFields(shelf, ShelfAddSchema)
        if (!given.ok) return codes.length === 1 ? given : err(refuseCode(code))
        wanted.push({ ...given.value, name: given.value.name ?? code })
      }
      const shelves = []
      for (const shelf of wanted) {
        const added = await context.writer.write('addShelf', {
          ...shelf,
          changedBy: COMMAND_LINE,
          at: context.now(),
        })
        if (!added.ok) return err(refuseLocation(added.error))
        shelves.push(shelfRow(added.value))
      }
      return ok(shelves.length === 1 ? shelves[0]! : { shelves })
    },
  },
  {
    name: 'shelf list',
    usage: '[--warehouse HN]',
    summary: 'Các kệ · the shelves',
    wordsMax: 1,
    options: { warehouse: STRING },
    async run(context, input) {
      const asked = valueOf(input, 'warehouse', 0)
      if (asked === undefined) return ok({ shelves: readShelves(context.reader, undefined) })
      const warehouseId = findWarehouse(context, asked)
      return warehouseId.ok ? ok({ shelves: readShelves(context.reader, warehouseId.value) }) : warehouseId
    },
  },
]

/** Asked for all codes before the first is added, so that a mistake in the last leaves nothing half done. */
function firstTaken(
  shelves: readonly { readonly code: string }[],
  codes: readonly string[],
): string | undefined {
  const seen = new Set(shelves.map(({ code }) => fold(code)))
  return codes.find((code) => seen.size === seen.add(fold(code)).size)
}

function refuseCode(code: string): DeskRefusal {
  return invalidField('code', {
    vi: `Mã kệ “${code}” chỉ được gồm chữ, số và các dấu . / - nên chưa thêm kệ nào. Hãy sửa mã này.`,
    en: `The shelf code “${code}” may have only letters, digits and . / -, so no shelf was added. Correct it.`,
  })
}

function refuseTaken(code: string): DeskRefusal {
  return invalidField('code', {
    vi: `Mã kệ ${code} đã được dùng, nên chưa thêm kệ nào. Hãy bỏ hoặc đổi mã này.`,
    en: `The shelf code ${code} is taken, so no shelf was added. Leave it out or choose another.`,
  })
}
