import Papa from 'papaparse'
import type { Sentence } from '#shared/i18n/text'
import { fold } from '#shared/i18n/fold'
import { err, ok, type Result } from '#shared/result'

/** One column of a kind of import: how the template calls it, and what else people call it (folded). */
export interface CsvColumn<Key extends string> {
  readonly key: Key
  readonly title: string
  readonly names: readonly string[]
  readonly required: boolean
}

/** A line by column; `line` counts as a spreadsheet shows it. What the file has no column for is undefined. */
export interface CsvLine<Key extends string> {
  readonly line: number
  readonly cells: Readonly<Partial<Record<Key, string>>>
  readonly fault?: Sentence
}

export interface CsvTable<Key extends string> {
  readonly lines: readonly CsvLine<Key>[]
  readonly ignoredColumns: readonly string[]
}

export type CsvRefusal =
  | {
      readonly kind: 'wrong-columns'
      readonly expected: readonly string[]
      readonly found: readonly string[]
      /** Titles that name one and the same column, if that is all that is wrong. */
      readonly twice?: readonly string[]
    }
  | { readonly kind: 'too-many-lines'; readonly linesMax: number }

const OPEN_QUOTE: Sentence = {
  vi: 'Dấu ngoặc kép (") mở ở dòng này mà không đóng. Hãy đóng lại hoặc bỏ đi.',
  en: 'A quotation mark (") is opened on this line and never closed. Close it or take it out.',
}
const TOO_MANY_CELLS: Sentence = {
  vi: 'Dòng này có nhiều ô hơn dòng tiêu đề. Ô nào có dấu ngăn cách thì hãy đặt trong ngoặc kép.',
  en: 'This line has more cells than the header. Put cells that hold the separator in quotation marks.',
}

/** Comma, semicolon or tab; columns in any order, by any of their names; empty lines are passed over. */
export function readCsv<Key extends string>(
  text: string,
  columns: readonly CsvColumn<Key>[],
  linesMax: number,
): Result<CsvTable<Key>, CsvRefusal> {
  const { data: rows, errors } = Papa.parse<string[]>(withoutHint(text), {
    delimiter: separatorOf(text),
    newline: endOfLines(text),
  })
  const headerAt = rows.findIndex((row) => !isEmpty(row))
  const header = (rows[headerAt] ?? []).map((cell) => cell.trim())
  const keyByIndex = header.map((title) => columnOf(title, columns)?.key)
  const isMissing = columns.some(({ key, required }) => required && !keyByIndex.includes(key))
  const twice = header.filter((_, i) => isTwice(keyByIndex, keyByIndex[i]))
  if (isMissing || twice.length > 0) {
    // A first line without any known title is no header: it may be about a person, and is not repeated.
    const isHeader = keyByIndex.some((key) => key !== undefined)
    const found = isHeader ? short(header) : []
    const expected = expectedColumns(columns)
    return err({ kind: 'wrong-columns', expected, found, ...(!isMissing && { twice: short(twice) }) })
  }

  const brokenRows = new Set(errors.filter(({ type }) => type === 'Quotes').map(({ row }) => row))
  const lines: CsvLine<Key>[] = []
  for (let i = headerAt + 1; i < rows.length; i++) {
    const row = rows[i]!
    if (isEmpty(row)) continue
    if (lines.length === linesMax) return err({ kind: 'too-many-lines', linesMax })
    const cells: Partial<Record<Key, string>> = {}
    for (const [index, key] of keyByIndex.entries())
      if (key !== undefined) cells[key] = (row[index] ?? '').trim()
    const hasExtra = row.slice(header.length).some((cell) => cell.trim() !== '')
    const fault = brokenRows.has(i) ? OPEN_QUOTE : hasExtra ? TOO_MANY_CELLS : undefined
    lines.push({ line: i + 1, cells, ...(fault && { fault }) })
  }
  return ok({
    lines,
    ignoredColumns: header.filter((title, i) => title !== '' && keyByIndex[i] === undefined),
  })
}

function isTwice<Key>(keys: readonly (Key | undefined)[], key: Key | undefined): boolean {
  return key !== undefined && keys.indexOf(key) !== keys.lastIndexOf(key)
}

function short(titles: readonly string[]): readonly string[] {
  return titles.slice(0, 40).map((title) => title.slice(0, 40))
}

/** "Tên hàng (name)" for each column, the optional ones in square brackets. */
export function expectedColumns(columns: readonly CsvColumn<string>[]): readonly string[] {
  return columns.map(({ title, key, required }) => (required ? `${title} (${key})` : `[${title} (${key})]`))
}

/** A file to fill in, with a byte order mark so that Excel reads the diacritics. */
export function templateCsv(columns: readonly CsvColumn<string>[], examples: readonly string[][]): string {
  const fields = columns.map(({ title }) => title)
  return `\ufeff${Papa.unparse({ fields, data: [...examples] }, { newline: '\r\n' })}\r\n`
}

function columnOf<Key extends string>(title: string, columns: readonly CsvColumn<Key>[]) {
  const name = plainTitle(title)
  return columns.find(
    (it) => plainTitle(it.title) === name || plainTitle(it.key) === name || it.names.includes(name),
  )
}

/** "Số người (người)" → "so nguoi"; "household_size" and "householdSize" → "household size". */
function plainTitle(title: string): string {
  const spaced = title.replace(/([a-z])([A-Z])/g, '$1 $2').replace(/\(.*?\)/g, ' ')
  return fold(spaced.replace(/[^\p{L}\p{M}\p{N}]+/gu, ' '))
}

/** Excel's own first line that names the separator. */
const HINT = /^\ufeff?sep=(.)\r?\n/i

function withoutHint(text: string): string {
  return text.replace(HINT, '\n').replace(/^\ufeff/, '')
}

function separatorOf(text: string): string {
  const hinted = HINT.exec(text)?.[1]
  if (hinted !== undefined) return hinted
  const header = (/^(?:\s*\n)*([^\n]*)/.exec(text)?.[1] ?? '').replace(/"[^"]*"/g, '')
  const count = (sign: string) => header.split(sign).length
  return [',', ';', '\t'].reduce((best, sign) => (count(sign) > count(best) ? sign : best))
}

/** Not left to be guessed from the first lines: lines that end otherwise would become one. Cells are trimmed of a `\r`. */
function endOfLines(text: string): '\n' | '\r' {
  return text.replace(/"[^"]*"/g, '').includes('\n') ? '\n' : '\r'
}

function isEmpty(row: readonly string[]): boolean {
  return row.every((cell) => cell.trim() === '')
}
