import type { CaseFile, Tick } from '#shared/case-file/case-file'
import { caseFileText } from '#shared/case-file/case-file-text'
import type { Person } from '#shared/desk/desk-case-file-wire'
import { err, ok, type Result } from '#shared/result'
import { isLocalDate, type LocalDate } from '#shared/time/time'
import type { Commune, PlaceRefusal, Province } from '../place/places.ts'
import type { CaseFileColumn } from './case-file-columns.ts'
import { fault, missing, tooLong, unknownWord, type CellFault } from './line-faults.ts'
import { parseNeeds, type ItemLookup } from './parse-needs.ts'
import type { CsvLine } from './read-csv.ts'
import { caseKindFromWords, subCategoryFromWords, tickFromWords, type CaseKind } from './words.ts'

type Cells = CsvLine<CaseFileColumn>['cells']

/** What a line says of a case file; what it leaves out is undefined and stays as it was. */
export interface CaseFileLine extends CaseKind {
  readonly code: string
  readonly provinceCode: string
  readonly communeCode: string
  readonly householdSize?: number
  readonly needs?: CaseFile['needs']
  readonly tick?: Tick
  readonly until?: LocalDate
  readonly person: Partial<Person>
}

export interface LineLookup {
  readonly items: ItemLookup
  province(text: string): Result<Province, PlaceRefusal>
  commune(text: string, province: Province | undefined): Result<Commune, PlaceRefusal>
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
  const person = readPerson(cells)
  if (!person.ok) return person
  return ok({
    code,
    ...kind.value,
    ...place.value,
    ...(size !== '' && { householdSize: Number(size) }),
    ...(needs && { needs: needs.value }),
    ...(tick && { tick }),
    ...(until && { until }),
    person: person.value,
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
  { province = '', commune = '' }: Cells,
  lookup: LineLookup,
): Result<{ provinceCode: string; communeCode: string }, CellFault> {
  if (commune === '') return err(missing('Xã/phường'))
  const inProvince = province === '' ? undefined : lookup.province(province)
  if (inProvince && !inProvince.ok) return err(placeFault(inProvince.error))
  const found = lookup.commune(commune, inProvince?.value)
  if (!found.ok) return err(placeFault(found.error))
  return ok({ provinceCode: found.value.provinceCode, communeCode: found.value.code })
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
        `Nhiều nơi có tên này. Hãy ghi thêm tỉnh, thành, hoặc dùng mã: ${refusal.codes.slice(0, 6).join(', ')}.`,
        `Several places have this name. Add the province, or use a code: ${refusal.codes.slice(0, 6).join(', ')}.`,
      )
    case 'commune-elsewhere':
      return fault(
        'Xã/phường',
        'Mã xã, phường này không thuộc tỉnh, thành đã ghi.',
        'This commune code is not in the province of the line.',
      )
  }
}

function readPerson({ name, phone, address }: Cells): Result<Partial<Person>, CellFault> {
  if ((name ?? '').length > 200) return err(tooLong('Họ tên', 200))
  if ((phone ?? '').length > 40) return err(tooLong('Điện thoại', 40))
  if ((address ?? '').length > 300) return err(tooLong('Địa chỉ', 300))
  return ok({ ...(name && { name }), ...(phone && { phone }), ...(address && { address }) })
}

/** "31/12/2026", "31-12-2026" or "2026-12-31". */
export function parseDay(text: string): LocalDate | undefined {
  const [, date, month, year] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(text.trim()) ?? []
  const day =
    year === undefined ? text.trim() : `${year}-${month!.padStart(2, '0')}-${date!.padStart(2, '0')}`
  return isLocalDate(day) ? day : undefined
}
