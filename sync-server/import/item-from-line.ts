import { gtinFromDigits, isRestrictedGtin } from '#shared/gs1/gtin'
import { itemText } from '#shared/item/item-text'
import { itemIdFromGtin, PACK_QUANTITY_MAX, type BaseUnit, type Gtin, type Item } from '#shared/item/item'
import { unitSize } from '#shared/item/quantity'
import { err, ok, type Result } from '#shared/result'
import { ASSUMED } from './assumed-columns.ts'
import type { ItemColumn } from './item-columns.ts'
import { fault, missing, tooLong, unknownWord, type CellFault } from './line-faults.ts'
import type { CsvLine } from './read-csv.ts'
import { baseUnitFromWords, categoryFromWords, datesFromWords } from './words.ts'

type Cells = CsvLine<ItemColumn>['cells']

/**
 * The item of a line. What a file leaves out stays as it is; a new item is then as `ASSUMED` says, counted in
 * pieces, and has an expiry date, so that keepers are asked for it.
 */
export function itemFromLine(
  cells: Cells,
  readOld: (id: Item['id']) => Item | undefined,
): Result<Item, CellFault> {
  const gtin = parseGtinCell(cells.gtin ?? '')
  if (!gtin.ok) return gtin
  const name = cells.name ?? ''
  if (name === '') return err(missing('Tên hàng'))
  if (name.length > 200) return err(tooLong('Tên hàng', 200))
  const nameEn = cells.nameEn ?? ''
  if (nameEn.length > 200) return err(tooLong('Tên tiếng Anh', 200))

  const id = itemIdFromGtin(gtin.value)
  const old = readOld(id)
  const category = read(cells.category, categoryFromWords, old?.category ?? ASSUMED.category)
  if (!category) return err(unknownWord('Nhóm', Object.values(itemText.vi.category)))
  const dates = read(cells.dates, datesFromWords, old?.dates ?? 'expiry')
  if (!dates) return err(unknownWord('Loại hạn', Object.values(itemText.vi.dates)))
  const measure = readMeasure(cells, old)
  if (!measure.ok) return measure
  const packs = cells.packs ? parsePacks(cells.packs, measure.value) : ok(old?.packs ?? [])
  if (!packs.ok) return packs

  const english = nameEn === '' ? old?.nameEn : nameEn
  return ok({
    id,
    gtin: gtin.value,
    name,
    ...(english !== undefined && { nameEn: english }),
    category,
    ...measure.value,
    packs: packs.value,
    dates,
  })
}

/** Spreadsheets put an apostrophe before long numbers, or round them to 8.93E+12, which cannot be read back. */
export function parseGtinCell(cell: string): Result<Gtin, CellFault> {
  const digits = cell.replace(/^['’=]+|["\s-]/g, '')
  if (digits === '') return err(missing('Mã vạch'))
  if (/^\d[.,]?\d*e\+?\d+$/i.test(digits)) {
    return err(
      fault(
        'Mã vạch',
        'Bảng tính đã làm tròn mã vạch (8,93E+12). Hãy định dạng cột là Văn bản rồi nhập lại mã.',
        'The spreadsheet has rounded the barcode (8.93E+12). Format the column as text and enter it again.',
      ),
    )
  }
  const gtin = gtinFromDigits(digits)
  if (!gtin) {
    return err(
      fault(
        'Mã vạch',
        'Mã vạch phải có 8, 12, 13 hoặc 14 chữ số và đúng số kiểm tra. Hãy so lại với bao bì.',
        'A barcode has 8, 12, 13 or 14 digits and a right check digit. Compare it with the pack.',
      ),
    )
  }
  if (!isRestrictedGtin(gtin)) return ok(gtin)
  return err(
    fault(
      'Mã vạch',
      'Mã này do từng cửa hàng tự đặt (đầu 2), nơi khác dùng cho hàng khác. Hãy in nhãn của kho.',
      'Shops give out this number themselves (it begins with 2): elsewhere it means other goods. Print a label of our own.',
    ),
  )
}

/** Without a base unit, "kg" and "g" mean grams and litres mean millilitres. */
function readMeasure(
  cells: Cells,
  old: Item | undefined,
): Result<Pick<Item, 'unit' | 'baseUnit'>, CellFault> {
  const unit = cells.unit || old?.unit || ASSUMED.unit
  if (unit.length > 40) return err(tooLong('Đơn vị', 40))
  const fallback = cells.unit ? baseUnitOf(cells.unit) : (old?.baseUnit ?? 'piece')
  const baseUnit = read(cells.baseUnit, baseUnitFromWords, fallback)
  return baseUnit
    ? ok({ unit, baseUnit })
    : err(unknownWord('Đơn vị gốc', Object.values(itemText.vi.baseUnit)))
}

function baseUnitOf(unit: string): BaseUnit {
  if (/^(kg|g|gr|gam|gram)$/i.test(unit)) return 'gram'
  return /^(l|lít|lit|ml|mililít)$/i.test(unit) ? 'millilitre' : 'piece'
}

/** "thùng:24; lốc:6:8934563138165": the unit, how many of the goods' unit it holds, and its own barcode if it has one. */
function parsePacks(
  cell: string,
  measure: Pick<Item, 'unit' | 'baseUnit'>,
): Result<Item['packs'], CellFault> {
  const packs: Item['packs'] = []
  for (const part of cell.split(/[;|]/).filter((it) => it.trim() !== '')) {
    const [unit = '', quantity = '', barcode] = part.split(':').map((it) => it.trim())
    const gtin = barcode === undefined ? undefined : gtinFromDigits(barcode)
    const count = Number(quantity) * unitSize(measure)
    const isWrong =
      unit === '' || unit.length > 40 || !/^[1-9]\d{0,5}$/.test(quantity) || count > PACK_QUANTITY_MAX
    if (isWrong || (barcode !== undefined && !gtin) || packs.length === 20) {
      return err(
        fault(
          'Quy cách',
          'Quy cách viết như “thùng:24; lốc:6”: đơn vị, hai chấm, số lượng nguyên, chấm phẩy giữa các quy cách.',
          'Packs are written like “carton:24; pack:6”: unit, colon, whole quantity, semicolons between them.',
        ),
      )
    }
    packs.push({ unit, quantity: count, ...(gtin && { gtin }) })
  }
  return ok(packs)
}

function read<Key>(cell: string | undefined, parse: (written: string) => Key | undefined, fallback: Key) {
  return cell ? parse(cell) : fallback
}
