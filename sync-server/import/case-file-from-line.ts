import type { CaseFile, Tick } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import { err, ok, type Result } from '#shared/result'
import { isLocalDate, type LocalDate } from '#shared/time/time'
import { readPlaceNames, type Commune, type PlaceRefusal, type Province } from '../place/places.ts'
import type { CaseFileColumn } from './case-file-columns.ts'
import { fault, missing, tooLong, unknownWord, type CellFault } from './line-faults.ts'
import { parseNeeds, type ItemLookup } from './parse-needs.ts'
import type { CsvLine } from './read-csv.ts'
import { caseKindFromWords, subCategoryFromWords, tickFromWords, type CaseKind } from './words.ts'

type Cells = CsvLine<CaseFileColumn>['cells']

/** What a line says of the persons; an empty cell says nothing. */
export interface WrittenHousehold {
  readonly name?: string
  readonly phone?: string
  readonly idNumber?: string
  readonly birthYear?: number
  readonly address?: string
  readonly howToFind?: string
}

/** What a line says of a case file; what it leaves out is undefined and stays as it was. */
export interface CaseFileLine extends CaseKind {
  readonly code: string
  readonly provinceCode: string
  readonly communeCode: string
  readonly householdSize?: number
  readonly needs?: CaseFile['needs']
  readonly tick?: Tick
  readonly until?: LocalDate
  readonly written: WrittenHousehold
}

export interface LineLookup {
  readonly items: ItemLookup
  province(text: string): Result<Province, PlaceRefusal>
  commune(text: string, province: Province | undefined): Result<Commune, PlaceRefusal>
  /** An address from before July 2025. */
  old(written: { province: string; district: string; commune: string }): Result<Commune, PlaceRefusal>
}

export function caseFileFromLine(cells: Cells, lookup: LineLookup): Result<CaseFileLine, CellFault> {
  const code = cells.code ?? ''
  if (code === '') return err(missing('Mã hồ sơ'))
  if (!/^[\w./-]{1,40}$/.test(code)) {
    return err(
      fault(
        'Mã hồ sơ',
        'Mã hồ sơ chỉ gồm chữ không dấu, số và . / - _, tối đa 40 chữ.',
        'A case file code has plain letters, digits and . / - _ only, 40 at most.',
      ),
    )
  }
  const kind = readKind(cells)
  if (!kind.ok) return kind
  const place = readPlace(cells, lookup)
  if (!place.ok) return place
  const size = cells.householdSize ?? ''
  if (size !== '' && !(/^\d{1,6}$/.test(size) && Number(size) >= 1 && Number(size) <= 100_000)) {
    return err(
      fault(
        'Số người',
        'Số người phải là số nguyên từ 1.',
        'The number of people must be a whole number from 1.',
      ),
    )
  }
  const needs = cells.needs ? parseNeeds(cells.needs, lookup.items) : undefined
  if (needs && !needs.ok) return err({ column: 'Nhu cầu', message: needs.error })
  const tick = cells.tick ? tickFromWords(cells.tick) : undefined
  if (cells.tick && !tick) return err(unknownWord('Tích', Object.values(caseFileText.vi.tick).slice(0, 3)))
  const until = cells.tickUntil ? parseDay(cells.tickUntil) : undefined
  if (cells.tickUntil && !until) {
    return err(
      fault('Tích đến ngày', 'Ngày viết như 31/12/2026.', 'Write the day like 31/12/2026 or 2026-12-31.'),
    )
  }
  const written = readHousehold(cells)
  if (!written.ok) return written
  return ok({
    code,
    ...kind.value,
    ...place.value,
    ...(size !== '' && { householdSize: Number(size) }),
    ...(needs && { needs: needs.value }),
    ...(tick && { tick }),
    ...(until && { until }),
    written: written.value,
  })
}

function readKind({ category = '', subCategory = '' }: Cells): Result<CaseKind, CellFault> {
  if (category === '') return err(missing('Nhóm'))
  const kind = caseKindFromWords(category)
  if (!kind) return err(unknownWord('Nhóm', Object.values(caseFileText.vi.category)))
  if (subCategory === '') return ok(kind)
  const sub = subCategoryFromWords(subCategory)
  if (sub?.category === kind.category) return ok(sub)
  return err(unknownWord('Nhóm con', Object.values(caseFileText.vi.subCategory)))
}

function readPlace(
  { province = '', district = '', commune = '' }: Cells,
  lookup: LineLookup,
): Result<{ provinceCode: string; communeCode: string }, CellFault> {
  if (commune === '') return err(missing('Xã/phường'))
  // Three tiers are an address from before July 2025, whose names mean other communes than today's.
  if (district !== '') return placeOf(lookup.old({ province, district, commune }))
  const inProvince = province === '' ? undefined : lookup.province(province)
  if (inProvince && !inProvince.ok) return placeOf(lookup.old({ province, district, commune }))
  const found = lookup.commune(commune, inProvince?.value)
  const isNameless = !found.ok && found.error.kind === 'commune-unknown' && !/^\d+$/.test(commune)
  return placeOf(isNameless ? lookup.old({ province, district, commune }) : found)
}

function placeOf(
  found: Result<Commune, PlaceRefusal>,
): Result<{ provinceCode: string; communeCode: string }, CellFault> {
  if (!found.ok) return err(placeFault(found.error))
  return ok({ provinceCode: found.value.provinceCode, communeCode: found.value.code })
}

function namesOf(codes: readonly string[]): string {
  return codes
    .slice(0, 6)
    .map((code) => `${code} (${readPlaceNames(code).communeName})`)
    .join(', ')
}

function placeFault(refusal: PlaceRefusal): CellFault {
  switch (refusal.kind) {
    case 'province-unknown':
      return fault(
        'Tỉnh/thành',
        'Không có tỉnh, thành này trong 34 tỉnh, thành từ 7/2025. Hãy viết tên hoặc mã 2 chữ số.',
        'Not one of the 34 provinces since July 2025. Write the name or the 2-digit code.',
      )
    case 'commune-unknown':
      return fault(
        'Xã/phường',
        'Không có xã, phường này trong danh sách từ 7/2025. Hãy viết tên hoặc mã 5 chữ số.',
        'Not one of the communes since July 2025. Write the name or the 5-digit code.',
      )
    case 'commune-ambiguous':
      return fault(
        'Xã/phường',
        `Có thể là nhiều nơi. Hãy ghi thêm tỉnh, thành, quận, huyện cũ, hoặc dùng mã: ${namesOf(refusal.codes)}.`,
        `It may be several places. Add the province or the old district, or use a code: ${namesOf(refusal.codes)}.`,
      )
    case 'commune-elsewhere':
      return fault(
        'Xã/phường',
        'Mã xã, phường này không thuộc tỉnh, thành đã ghi.',
        'This commune code is not in the province of the line.',
      )
  }
}

const LENGTHS = [
  ['name', 'Họ tên', 200],
  ['phone', 'Điện thoại', 40],
  ['address', 'Địa chỉ', 300],
  ['idNumber', 'Số CCCD', 40],
  ['howToFind', 'Cách tìm nhà', 500],
] as const

function readHousehold(cells: Cells): Result<WrittenHousehold, CellFault> {
  for (const [key, title, lengthMax] of LENGTHS) {
    if ((cells[key] ?? '').length > lengthMax) return err(tooLong(title, lengthMax))
  }
  const { name, phone, address, idNumber, howToFind, birthYear = '' } = cells
  const isYear = /^\d{4}$/.test(birthYear) && Number(birthYear) >= 1890 && Number(birthYear) <= 2099
  if (birthYear !== '' && !isYear) {
    return err(
      fault(
        'Năm sinh',
        'Năm sinh phải có 4 chữ số, ví dụ 1958.',
        'The year of birth has 4 digits, such as 1958.',
      ),
    )
  }
  return ok({
    ...(name && { name }),
    ...(phone && { phone }),
    ...(address && { address }),
    ...(idNumber && { idNumber: withZeros(idNumber) }),
    ...(howToFind && { howToFind }),
    ...(birthYear && { birthYear: Number(birthYear) }),
  })
}

/** A spreadsheet keeps no zeros in front, and every identity card begins with one, many old ones too. */
function withZeros(idNumber: string): string {
  if (/^\d{10,11}$/.test(idNumber)) return idNumber.padStart(12, '0')
  return /^\d{8}$/.test(idNumber) ? idNumber.padStart(9, '0') : idNumber
}

/** "31/12/2026", "31-12-2026" or "2026-12-31". */
export function parseDay(text: string): LocalDate | undefined {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  const day =
    year === undefined ? text.trim() : `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}
