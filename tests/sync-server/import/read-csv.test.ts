import { expect, test } from 'vitest'
import { decodeText } from '../../../sync-server/import/decode-text.ts'
import { readCsv, templateCsv, type CsvColumn } from '../../../sync-server/import/read-csv.ts'

const COLUMNS: readonly CsvColumn<'gtin' | 'name' | 'householdSize'>[] = [
  { key: 'gtin', title: 'Mã vạch', names: ['ean'], required: true },
  { key: 'name', title: 'Tên hàng', names: ['ten'], required: true },
  { key: 'householdSize', title: 'Số người', names: [], required: false },
]

function lines(text: string) {
  const table = readCsv(text, COLUMNS, 50_000)
  if (!table.ok) throw new Error(table.error.kind)
  return table.value.lines
}

test('comma, semicolon and tab separate, whatever stands inside quotation marks', () => {
  for (const sign of [',', ';', '\t']) {
    const text = `Mã vạch${sign}Tên hàng\r\n1${sign}"Gạo, ""loại 1""; bao${sign}5 kg"\r\n`
    expect(lines(text)).toEqual([{ line: 2, cells: { gtin: '1', name: `Gạo, "loại 1"; bao${sign}5 kg` } }])
  }
})

test('columns come in any order, by any name, with or without diacritics', () => {
  for (const header of [
    'Tên hàng,Mã vạch',
    'TEN HANG,ma vach',
    'name,GTIN',
    'Tên,EAN',
    ' tên hàng ,Mã vạch (EAN)',
  ]) {
    expect([header, lines(`${header}\nGạo,1`)]).toEqual([
      header,
      [{ line: 2, cells: { name: 'Gạo', gtin: '1' } }],
    ])
  }
  expect(lines('gtin,name,household_size\n1,a,4')[0]?.cells.householdSize).toBe('4')
  expect(lines('gtin,name,householdSize\n1,a,4')[0]?.cells.householdSize).toBe('4')
})

test('lines are counted as a spreadsheet shows them, over empty lines and lines with breaks inside', () => {
  const text = 'gtin,name\r\n1,"Hai\r\ndòng"\r\n\r\n,\r\n4,Bốn\r\n'
  expect(lines(text).map(({ line, cells }) => [line, cells.name])).toEqual([
    [2, 'Hai\r\ndòng'],
    [5, 'Bốn'],
  ])
})

test("a byte order mark and Excel's own first line are passed over", () => {
  expect(lines('\ufeffgtin,name\n1,a')).toHaveLength(1)
  expect(lines('sep=;\r\ngtin;name\r\n1;a')[0]?.cells).toEqual({ gtin: '1', name: 'a' })
})

test('wrong columns are refused by naming what was expected and what was found', () => {
  expect(readCsv('Tên,Giá\na,1', COLUMNS, 10)).toEqual({
    ok: false,
    error: {
      kind: 'wrong-columns',
      expected: ['Mã vạch (gtin)', 'Tên hàng (name)', '[Số người (householdSize)]'],
      found: ['Tên', 'Giá'],
    },
  })
  expect(readCsv('', COLUMNS, 10)).toMatchObject({ error: { kind: 'wrong-columns', found: [] } })
})

test('a first line that is no header is not repeated, because it may be about a person', () => {
  for (const text of ['1,Nguyễn Thị Lan,0987654321', 'Danh sách của Nguyễn Thị Lan\n\ngtin,name']) {
    expect(readCsv(text, COLUMNS, 10)).toMatchObject({ error: { kind: 'wrong-columns', found: [] } })
  }
})

test('two columns for the same thing are refused by naming both, because nobody can say which one counts', () => {
  expect(readCsv('gtin,note,ean,name\n1,x,2,a', COLUMNS, 10)).toMatchObject({
    error: { kind: 'wrong-columns', twice: ['gtin', 'ean'] },
  })
  expect(readCsv('gtin,gtin\n1,2', COLUMNS, 10)).not.toHaveProperty('error.twice')
})

test('lines end as each of them does, so that no two become one', () => {
  const columns = [...COLUMNS, { key: 'unit', title: 'Đơn vị', names: [], required: false }] as const
  for (const text of [
    'gtin,name,unit\r\n1,a\n2,b\r\n',
    'gtin,name,unit\n1,a\r\n2,b',
    'gtin,name,unit\r1,a\r2,b,"c\nd"',
  ]) {
    const table = readCsv(text, columns, 10)
    expect([text, table.ok && table.value.lines.map(({ cells }) => [cells.gtin, cells.name])]).toEqual([
      text,
      [
        ['1', 'a'],
        ['2', 'b'],
      ],
    ])
  }
})

test('columns that nobody reads are named', () => {
  expect(readCsv('gtin,name,Giá\n1,a,5', COLUMNS, 10)).toMatchObject({ value: { ignoredColumns: ['Giá'] } })
})

test('a line with more cells than the header is bad, because a separator inside a name was not quoted', () => {
  expect(lines('gtin,name\n1,Gạo, loại 1')[0]?.fault).toEqual({
    vi: expect.stringMatching(/ngoặc kép/),
    en: expect.stringMatching(/quotation/),
  })
  expect(lines('gtin,name\n1,a,,')[0]?.fault).toBeUndefined()
})

test('a quotation mark that is never closed is bad on its line', () => {
  const [first, second] = lines('gtin,name\n1,a\n2,"b\n3,c')
  expect(first?.fault).toBeUndefined()
  expect(second).toMatchObject({ line: 3, fault: { vi: expect.stringMatching(/không đóng/) } })
})

test('a file with too many lines is refused whole', () => {
  const text = `gtin,name\n${'1,a\n'.repeat(11)}`
  expect(readCsv(text, COLUMNS, 10)).toEqual({ ok: false, error: { kind: 'too-many-lines', linesMax: 10 } })
  expect(readCsv(`gtin,name\n${'1,a\n'.repeat(10)}`, COLUMNS, 10).ok).toBe(true)
})

test('the text is the same whatever way a spreadsheet saved it', () => {
  const text = 'Mã vạch;Tên hàng\n1;Gạo nếp cái hoa vàng'
  const utf16 = Buffer.from(text, 'utf16le')
  for (const [name, bytes] of Object.entries({
    'UTF-8': Buffer.from(text),
    'UTF-8 with a mark': Buffer.from(`\ufeff${text}`),
    'UTF-8 with separate accents': Buffer.from(text.normalize('NFD')),
    'UTF-16 LE with a mark': Buffer.concat([Buffer.from([0xff, 0xfe]), utf16]),
    'UTF-16 LE': utf16,
    'UTF-16 BE with a mark': Buffer.concat([Buffer.from([0xfe, 0xff]), Buffer.from(utf16).swap16()]),
  })) {
    expect([name, decodeText(bytes)]).toEqual([name, text])
  }
})

test('Windows-1258 is read when a file is no UTF-8', () => {
  // "Gạo" and "Đường": vowels with separate tone marks, as that code page has them.
  const bytes = Buffer.from([0x47, 0x61, 0xf2, 0x6f, 0x2c, 0xd0, 0xfd, 0xf5, 0xcc, 0x6e, 0x67])
  expect(decodeText(bytes)).toBe('Gạo,Đường')
})

test('a template is read back by the same columns', () => {
  expect(lines(templateCsv(COLUMNS, [['1', 'Gạo, loại 1', '4']]))).toEqual([
    { line: 2, cells: { gtin: '1', name: 'Gạo, loại 1', householdSize: '4' } },
  ])
})
