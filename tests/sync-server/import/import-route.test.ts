import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { CaseFileAnswer, CaseFilePage, TickRow } from '#shared/desk/desk-case-file-wire'
import type { ImportAnswer } from '#shared/desk/desk-import-wire'
import type { ItemPage } from '#shared/desk/desk-item-wire'
import { DAY_MS } from '#shared/time/time'
import { signInAs, type DeskClient, type Refused } from '../../support/desk-client.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

const CATALOGUE = new URL('../../../../shared/data/catalogue-893.csv', import.meta.url)
let server: TestServer
let desk: DeskClient

beforeEach(async () => {
  server = await startTestServer()
  desk = await signInAs(server, 'coordinator', { name: 'Chị Nhập' })
})
afterEach(() => server.close())

async function importFile(kind: string, text: string, more: object = { commit: true }) {
  return desk.call<ImportAnswer>('POST', `/imports/${kind}`, { text, ...more })
}

async function items(query = ''): Promise<ItemPage> {
  return (await desk.call<ItemPage>('GET', `/items?limit=200${query}`)).body
}

async function caseFiles(): Promise<CaseFilePage> {
  return (await desk.call<CaseFilePage>('GET', '/case-files?limit=200')).body
}

test('a preview counts what would happen and stores nothing', async () => {
  const text = 'gtin,name\n8934563138165,Mì Hảo Hảo\n8934563138166,Sai số kiểm tra\n'
  const { status, body } = await importFile('items', text, { commit: false })
  expect(status).toBe(200)
  expect(body).toMatchObject({ committed: false, counts: { new: 1, changed: 0, unchanged: 0, bad: 1 } })
  expect(body.badLines).toEqual([
    {
      line: 3,
      column: 'Mã vạch',
      message: { vi: expect.stringMatching(/số kiểm tra/), en: expect.stringMatching(/check digit/) },
    },
  ])
  expect((await items()).total).toBe(0)
})

test('with one bad line nothing is stored, unless bad lines are skipped on purpose', async () => {
  const text = 'gtin;name\n8934563138165;Mì Hảo Hảo\n123;Sai\n8934563108168;Mì gói\n'
  const refused = await desk.call<{ error: { kind: string; preview: ImportAnswer } }>(
    'POST',
    '/imports/items',
    {
      text,
      commit: true,
    },
  )
  expect([refused.status, refused.body.error.kind]).toEqual([409, 'bad-lines'])
  expect(refused.body.error.preview).toMatchObject({ committed: false, counts: { new: 2, bad: 1 } })
  expect((await items()).total).toBe(0)

  const { body } = await importFile('items', text, { commit: true, skipBad: true })
  expect(body).toMatchObject({ committed: true, counts: { new: 2, bad: 1 } })
  expect((await items()).total).toBe(2)
})

test('goods imported with only a barcode and a name are pieces with an expiry date, of no category', async () => {
  await importFile('items', 'gtin,name\n8934563138165,Mì Hảo Hảo\n')
  expect((await items()).rows[0]!.item).toEqual({
    id: 'gtin:08934563138165',
    gtin: '08934563138165',
    name: 'Mì Hảo Hảo',
    category: 'other',
    baseUnit: 'piece',
    unit: 'cái',
    packs: [],
    dates: 'expiry',
  })
})

test('a preview says how many lines name no category or unit, what they become and what to do', async () => {
  const text =
    'Mã vạch,Tên hàng,Loại,Đơn vị\n8934563138165,Mì,Thực phẩm,\n8934563108168,Dầu,,\n4006381333931,Bút,,cây\n'
  const { body } = await importFile('items', text, { commit: false })
  expect(body.counts).toMatchObject({ new: 3, bad: 0 })
  expect(body.assumed).toEqual([
    {
      column: 'unit',
      lines: 2,
      message: {
        vi: expect.stringMatching(/^2 .*“cái”.*cột “Đơn vị”/),
        en: expect.stringMatching(/2.*“cái”.*“unit”/),
      },
    },
    {
      column: 'category',
      lines: 2,
      message: {
        vi: expect.stringMatching(/^2 .*“Khác”.*cột “Nhóm” \(loại/),
        en: expect.stringMatching(/2.*“Other”.*“category”/),
      },
    },
  ])
})

test('goods that are known already keep their category and unit, so nothing is assumed of them', async () => {
  await importFile('items', 'Mã vạch,Tên hàng,Nhóm,Đơn vị\n8934563138165,Mì,Thực phẩm,gói\n')
  const { body } = await importFile('items', 'gtin,name\n8934563138165,Mì đổi tên\n', { commit: false })
  expect([body.counts.changed, body.assumed]).toEqual([1, []])
})

test('a second import changes what it names and leaves the rest', async () => {
  await importFile(
    'items',
    'Mã vạch,Tên hàng,Nhóm,Đơn vị,Quy cách\n8934563138165,Mì,Thực phẩm,gói,thùng:30\n',
  )
  const same = await importFile('items', 'ean,ten\n8934563138165,Mì\n')
  expect(same.body.counts).toEqual({ new: 0, changed: 0, unchanged: 1, bad: 0 })
  const renamed = await importFile('items', 'ean,ten\n8934563138165,Mì Hảo Hảo\n')
  expect(renamed.body.counts).toEqual({ new: 0, changed: 1, unchanged: 0, bad: 0 })
  expect((await items()).rows[0]!.item).toMatchObject({
    name: 'Mì Hảo Hảo',
    category: 'food',
    unit: 'gói',
    packs: [{ unit: 'thùng', quantity: 30 }],
  })
})

test('kilograms and litres are counted in grams and millilitres', async () => {
  await importFile('items', 'gtin,name,unit\n8934563138165,Gạo,kg\n8934563108168,Dầu ăn,lít\n')
  expect((await items()).rows.map(({ item }) => [item.name, item.baseUnit])).toEqual([
    ['Dầu ăn', 'millilitre'],
    ['Gạo', 'gram'],
  ])
})

test('a pack of goods in kg holds kilograms', async () => {
  await importFile('items', 'gtin,name,unit,Quy cách\n8934563138165,Gạo,kg,bao:25\n')
  expect((await items()).rows[0]!.item.packs).toEqual([{ unit: 'bao', quantity: 25_000 }])
  const tooLarge = 'gtin,name,unit,Quy cách\n8934563138165,Gạo,kg,bao:1001\n'
  const { body } = await importFile('items', tooLarge, { commit: false })
  expect(body.counts).toMatchObject({ bad: 1 })
})

const BAD_LINES = [
  ['a barcode rounded by a spreadsheet', '8.93456E+12,Mì', /làm tròn/],
  ['an empty barcode', ',Mì', /Thiếu/],
  ['an empty name', '8934563138165,', /Thiếu/],
  ['a barcode that a shop gave out itself', '2000000000008,Mì', /nhãn của kho/],
  ['more cells than columns', '8934563138165,Mì, gói', /ngoặc kép/],
] as const

test('a bad line has a reason', async () => {
  for (const [what, line, reason] of BAD_LINES) {
    const { body } = await importFile('items', `gtin,name\n${line}\n`, { commit: false })
    expect(body.counts.bad, what).toBe(1)
    expect(body.badLines[0], what).toMatchObject({ line: 2, message: { vi: expect.stringMatching(reason) } })
  }
})

test('a barcode that comes twice is bad the second time, and says where it came first', async () => {
  const text = 'gtin,name\n8934563138165,Mì\n08934563138165,Mì khác\n'
  const { body } = await importFile('items', text, { commit: false })
  expect(body.badLines).toMatchObject([{ line: 3, message: { en: expect.stringMatching(/line 2/) } }])
})

const NOT_A_FILE = [
  ['wrong columns', { text: 'Tên,Giá\na,1', commit: true }, 'wrong-columns', /Mã vạch.*Tên, Giá/],
  ['a column twice', { text: 'Tên,gtin,Tên hàng\n', commit: false }, 'wrong-columns', /“Tên”, “Tên hàng”/],
  ['an Excel file', { text: 'PK\u0003\u0004[Content_Types].xml', commit: false }, 'wrong-columns', /CSV/],
  ['an empty file', { text: '', commit: true }, 'invalid', /CSV/],
  ['no file', { commit: true }, 'invalid', /CSV/],
  ['no word whether to commit', { text: 'gtin,name\n' }, 'invalid', /nhập thật/],
] as const

test('what cannot be a list is refused in both languages', async () => {
  for (const [what, body, kind, sentence] of NOT_A_FILE) {
    const answer = await desk.call<Refused>('POST', '/imports/items', body)
    expect([answer.status, answer.body.error.kind], what).toEqual([400, kind])
    expect(answer.body.error.message.vi, what).toMatch(sentence)
    expect(answer.body.error.message.en, what).toMatch(/\S/)
  }
})

test('a file as bytes is decoded, whatever way a spreadsheet saved it', async () => {
  const text = 'Mã vạch\tTên hàng\r\n8934563138165\tMì tôm chua cay\r\n'
  const base64 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]).toString('base64')
  const { body } = await desk.call<ImportAnswer>('POST', '/imports/items', { base64, commit: true })
  expect(body.committed).toBe(true)
  expect((await items()).rows[0]!.item.name).toBe('Mì tôm chua cay')
})

test('each template is imported whole by its own import', async () => {
  for (const kind of ['items', 'case-files']) {
    const template = await desk.call<string>('GET', `/imports/${kind}/template`)
    expect(template.headers.get('content-type')).toMatch(/text\/csv/)
    const { status, body } = await importFile(kind, template.body)
    expect([kind, status, body.counts]).toEqual([kind, 200, { new: 2, changed: 0, unchanged: 0, bad: 0 }])
  }
})

test('case files come in with places by name or code, needs, and ticks set by who imports', async () => {
  const text = [
    '\ufeffMã hồ sơ;Nhóm;Tỉnh/thành;Xã/phường;Số người;Nhu cầu;Tích;Họ tên;Điện thoại;Địa chỉ',
    'HS-1;Hộ nghèo;Hà Nội;Ba Đình;4;"gạo:25 kg; mì gói:30 gói";Xanh;Nguyễn Văn Kín;0900000001;Ngõ 7',
    'HS-2;Xây dựng: nhà ở;;00004;;;;;;',
    'HS-3;poor-household;1;4;2;staple:25000 gram;red;;;',
  ].join('\r\n')
  const { body } = await importFile('case-files', text)
  expect(body).toMatchObject({ committed: true, counts: { new: 3, bad: 0 } })
  const [first, second, third] = (await caseFiles()).rows
  expect(first!.caseFile).toMatchObject({
    code: 'HS-1',
    category: 'poor-household',
    provinceCode: '01',
    communeCode: '00004',
    householdSize: 4,
    tick: 'green',
    needs: [
      { category: 'staple', quantity: 25_000, unit: 'kg' },
      { category: 'food', quantity: 30, unit: 'gói' },
    ],
  })
  expect(second!.caseFile).toMatchObject({
    category: 'building',
    subCategory: 'house',
    tick: 'red',
    householdSize: 1,
  })
  expect(third!.caseFile).toMatchObject({ communeCode: '00004', needs: [{ quantity: 25_000, unit: 'gram' }] })

  const { body: answer } = await desk.call<CaseFileAnswer>('GET', `/case-files/${first!.caseFile.id}`)
  expect(answer.person).toEqual({ name: 'Nguyễn Văn Kín', phone: '0900000001', address: 'Ngõ 7' })
  const { body: ticks } = await desk.call<{ ticks: TickRow[] }>(
    'GET',
    `/case-files/${first!.caseFile.id}/ticks`,
  )
  expect(ticks.ticks).toMatchObject([{ tick: 'green', staffName: 'Chị Nhập' }])
})

test('case files imported again keep their id, their tick and what the file does not name', async () => {
  await importFile('case-files', 'code,category,commune,size,tick,name\nHS-1,children,00004,4,green,Bé Na\n')
  const [before] = (await caseFiles()).rows
  const same = await importFile('case-files', 'code,category,commune,tick\nhs-1,children,00004,green\n')
  expect(same.body.counts).toEqual({ new: 0, changed: 0, unchanged: 1, bad: 0 })
  const moved = await importFile('case-files', 'code,category,commune\nHS-1,children,00008\n')
  expect(moved.body.counts).toEqual({ new: 0, changed: 1, unchanged: 0, bad: 0 })
  const [after] = (await caseFiles()).rows
  expect(after!.caseFile).toEqual({ ...before!.caseFile, communeCode: '00008' })
  const { body } = await desk.call<CaseFileAnswer>('GET', `/case-files/${after!.caseFile.id}`)
  expect(body.person).toMatchObject({ name: 'Bé Na' })
})

test('a green tick of a list follows the rules: days by category, and not by whoever surveyed', async () => {
  const admin = await signInAs(server, 'admin')
  await admin.call('PUT', '/rules/ticks', { days: 90, byCategory: { children: 30 } })
  const list = (tick: string) => `code,category,commune,tick\nHS-1,children,00004,${tick}\n`
  await importFile('case-files', list('green'))
  const { caseFile } = (await caseFiles()).rows[0]!
  const days = (Date.parse(caseFile.tickUntil!) - Date.parse(caseFile.tickAt)) / DAY_MS
  expect(Math.floor(days)).toBe(30)

  await importFile('case-files', list('red'))
  const visit = {
    id: 'visit',
    caseFileId: caseFile.id,
    kind: 'surveyed',
    by: desk.me.id,
    detail: {},
  } as const
  await server.writer.write('addCaseEvent', { ...visit, at: caseFile.tickAt })
  const { body } = await importFile('case-files', list('green'), { commit: false })
  expect(body.badLines).toMatchObject([{ line: 2, message: { vi: expect.stringContaining('người khác') } }])
})

test('a list sets no tick on a case file that was joined with another', async () => {
  const list = (tick: string) =>
    `code,category,commune,tick\nHS-1,children,00004,${tick}\nHS-2,children,00004,${tick}\n`
  await importFile('case-files', list('green'))
  const [first, second] = (await caseFiles()).rows.map(({ caseFile }) => caseFile.id)
  await desk.call('POST', `/requests/${second}/merge`, { intoId: first })
  const ticks = async () => (await caseFiles()).rows.map(({ caseFile }) => caseFile.tick)
  const before = await ticks()
  expect(before.toSorted()).toEqual(['green', 'red'])
  const { status, body } = await importFile('case-files', list('green'))
  expect([status, JSON.stringify(body)]).toEqual([409, expect.stringContaining('đã gộp vào hồ sơ khác')])
  expect(await ticks()).toEqual(before)
  expect((await importFile('case-files', list(''))).status).toBe(200)
})

const BAD_CASE_FILES = [
  ['HS 1,children,00004,', /Mã hồ sơ/],
  ['HS-1,giàu có,00004,', /Nhóm/],
  ['HS-1,children,Xã Không Có,', /Không có xã/],
  ['HS-1,children,00004,0', /Số người/],
] as const

test('the reason of a bad line of case files repeats nothing of it', async () => {
  for (const [line, reason] of BAD_CASE_FILES) {
    const { body } = await importFile('case-files', `code,category,commune,size\n${line}\n`, {
      commit: false,
    })
    expect(body.badLines, line).toMatchObject([{ line: 2, message: { vi: expect.stringMatching(reason) } }])
    expect(JSON.stringify(body.badLines), line).not.toMatch(/giàu có|Xã Không Có/)
  }
})

test('the log of imports says who and how many, and nothing of what', async () => {
  await importFile('case-files', 'code,category,commune,name\nHS-1,children,00004,Bé Na\n')
  const { reader } = server
  const runs = reader.all(reader.query.selectFrom('importRun').selectAll())
  expect(runs).toMatchObject([{ kind: 'case-files', importedBy: desk.me.id, newCount: 1, badCount: 0 }])
  expect(JSON.stringify(runs)).not.toContain('Bé Na')
})

test('fifty thousand lines come in whole while other requests are answered', async () => {
  const rows = Array.from(
    { length: 50_000 },
    (_, i) => `HS-${i},Hộ nghèo,Hà Nội,Ba Đình,${(i % 7) + 1},gạo:25 kg,xanh,Người ${i}`,
  )
  const text = `code,category,province,commune,size,needs,tick,name\n${rows.join('\n')}`
  const importing = importFile('case-files', text)
  const health = async () => {
    for (let i = 0; i < 5; i++) expect((await fetch(`${server.url}/api/health`)).status).toBe(200)
    return 'answered meanwhile'
  }
  expect(await Promise.race([importing, health()])).toBe('answered meanwhile')
  const { body } = await importing
  expect(body).toMatchObject({ committed: true, counts: { new: 50_000, bad: 0 } })
  expect((await caseFiles()).total).toBe(50_000)

  const more = await importFile('case-files', `${text}\nHS-50000,Hộ nghèo,,00004,1,,,`, { commit: false })
  expect((more.body as unknown as Refused).error.kind).toBe('too-many-lines')
}, 600_000)

test('a file that breaks off in the middle of a commit leaves nothing behind', async () => {
  await desk.call('POST', '/items', { gtin: '8934563108168', name: 'Mì gói', category: 'food' })
  const before = await items()
  const text = 'gtin,name\n8934563138165,Mì mới\n8934563108168,Mì đổi tên\n4006381333931,"Bút'
  expect((await importFile('items', text)).status).toBe(409)
  expect(await items()).toEqual(before)
})

test.skipIf(!existsSync(CATALOGUE))('the catalogue of 516 real goods comes in whole', async () => {
  const base64 = readFileSync(CATALOGUE).toString('base64')
  const { body } = await desk.call<ImportAnswer>('POST', '/imports/items', { base64, commit: true })
  expect(body).toMatchObject({ committed: true, counts: { new: 516, changed: 0, unchanged: 0, bad: 0 } })
  expect(body.assumed).toMatchObject([
    { column: 'category', lines: 516 },
    { column: 'unit', lines: 516 },
  ])
})
