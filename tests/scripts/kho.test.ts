import { execFile } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openReader } from '../../sync-server/database/open-reader.ts'
import { runKho } from '../../scripts/kho/run-kho.ts'
import { startServerProcess } from '../support/server-process.ts'
import { createFactMaker } from '../support/make-fact.ts'
import { createTestDevice, startTestServer, type TestServer } from '../support/test-server.ts'
import { makeTempFolder } from '../support/temp-folder.ts'

let server: TestServer

beforeAll(async () => {
  server = await startTestServer()
  await kho('warehouse', 'add', '--code', 'HN', '--name', 'Kho Hà Nội')
  await kho('shelf', 'add', '--warehouse', 'HN', '--code', 'A-1')
})
afterAll(() => server.close())

interface Ran {
  readonly exitCode: number
  readonly json: Readonly<Record<string, unknown>>
  readonly error: { readonly kind: string; readonly message: { readonly vi: string; readonly en: string } }
}

/** One command beside the running server, on its data. */
async function kho(...words: string[]): Promise<Ran> {
  const { exitCode, stdout, stderr } = await runKho([...words, '--data', server.folder], {})
  return {
    exitCode,
    json: stdout === '' ? {} : JSON.parse(stdout),
    error: stderr === '' ? undefined : JSON.parse(stderr).error,
  }
}

function file(name: string, text: string): string {
  const path = join(server.folder, name)
  writeFileSync(path, text)
  return path
}

test('a program gets one JSON object with ids on standard output, and nothing else', async () => {
  const run = await new Promise<{ code: number; stdout: string; stderr: string }>((resolve) => {
    const script = join(import.meta.dirname, '../../scripts/kho.ts')
    const args = [script, 'warehouse', 'add', 'ĐN', 'Kho Đà Nẵng', '--data', server.folder]
    execFile(process.execPath, args, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    )
  })
  expect(run).toMatchObject({ code: 0, stderr: '' })
  expect(JSON.parse(run.stdout)).toEqual({ id: expect.any(String), code: 'ĐN', name: 'Kho Đà Nẵng' })
})

test('a warehouse is meant by its id, its code or its name', async () => {
  const { json } = await kho('warehouse', 'list')
  const { id } = (json['warehouses'] as { id: string; code: string }[]).find(({ code }) => code === 'HN')!
  for (const [i, name] of [id, 'hn', 'kho ha noi'].entries()) {
    expect((await kho('shelf', 'add', '--warehouse', name, '--code', `N-${i}`)).json).toMatchObject({
      warehouseId: id,
      code: `N-${i}`,
    })
  }
})

test('several shelves are added in one go', async () => {
  const { json } = await kho('shelf', 'add', 'C-1', 'C-2', '--warehouse', 'HN')
  expect(json['shelves']).toMatchObject([{ code: 'C-1' }, { code: 'C-2' }])
})

test('of several shelves none is added when one of their codes is taken or wrong, and the code is named', async () => {
  for (const codes of [
    ['D-1', 'a-1'],
    ['D-1', 'D-2', 'd-1'],
    ['D-1', 'b@d !'],
  ]) {
    const refused = await kho('shelf', 'add', ...codes, '--warehouse', 'HN')
    expect(refused.error.message.en).toContain(codes.at(-1))
  }
  expect(JSON.stringify((await kho('shelf', 'list', '--warehouse', 'HN')).json)).not.toContain('D-1')
})

test('what was refused is listed as it came, with the device, the reason and what to do', async () => {
  const device = await server.addDevice(await server.addWarehouse('TC'), 'Máy từ chối')
  const wrong = createFactMaker(device).intake('shelf:1.1', -1)
  await device.push([wrong])
  const { json } = await kho('refused', 'list')
  expect(json).toMatchObject({
    refused: [
      {
        deviceName: 'Máy từ chối',
        refusal: { kind: 'quantity-not-whole' },
        message: { vi: expect.stringContaining('Số lượng') },
        fact: wrong,
      },
    ],
    total: 1,
  })
})

test('a password that is piped in is in no list of processes', async () => {
  await kho('staff', 'add', 'Chị Mai', 'auditor', '--user-name', 'mai', '--password', 'mật khẩu đầu tiên')
  const script = join(import.meta.dirname, '../../scripts/kho.ts')
  const args = [script, 'staff', 'set-password', 'mai', '-', '--data', server.folder]
  const child = execFile(process.execPath, args)
  child.stdin?.end('mật khẩu gõ qua ống\n')
  expect((await once(child, 'exit'))[0]).toBe(0)
  const answer = await fetch(`${server.url}/api/desk/session`, {
    method: 'POST',
    body: JSON.stringify({ userName: 'mai', password: 'mật khẩu gõ qua ống' }),
  })
  expect(answer.status).toBe(200)
})

test('a running server serves at once what the command line did', async () => {
  const { json: code } = await kho('enrol-code', '--warehouse', 'HN', '--origin', `${server.url}/`)
  expect(code['url']).toBe(`${server.url}/app/enrol#${String(code['code'])}`)
  const answer = await fetch(`${server.url}/api/devices/enrol`, {
    method: 'POST',
    body: JSON.stringify({ code: code['code'], name: 'Máy lệnh' }),
  })
  const enrolled = (await answer.json()) as { deviceId: never; token: string; warehouseId: never }
  const device = createTestDevice({ url: server.url, ...enrolled })

  const { json: staff } = await kho(
    'staff',
    'add',
    '--name',
    'Chị Lan',
    '--role',
    'keeper',
    '--warehouse',
    'HN',
    '--pin',
    '482913',
  )
  const documents = await (await device.fetch('/api/sync/documents/staff')).text()
  expect(documents).toContain(String(staff['id']))

  expect((await kho('device', 'revoke', 'máy lệnh')).json).toMatchObject({ revokedAt: expect.any(String) })
  expect((await device.fetch('/api/sync/snapshot')).status).toBe(403)
})

test('a PIN and a password are set by name, and a trivial PIN is not', async () => {
  await kho('staff', 'add', 'Anh Tuấn', 'auditor', '--user-name', 'tuan', '--password', 'mật khẩu đủ dài')
  expect((await kho('staff', 'set-pin', 'anh tuan', '918273')).json).toMatchObject({ hasPin: true })
  expect((await kho('staff', 'set-password', 'tuan', 'một mật khẩu khác')).exitCode).toBe(0)
  const refused = await kho('staff', 'set-pin', 'tuan', '123456')
  expect([refused.exitCode, refused.error.kind]).toEqual([1, 'invalid'])
})

test('catalogue and case files are imported, and a tick is set by somebody named', async () => {
  const items = file('items.csv', 'gtin,name\n8934563138165,Mì Hảo Hảo\n')
  expect((await kho('items', 'import', items, '--preview')).json).toMatchObject({ committed: false })
  expect((await kho('items', 'import', items)).json).toMatchObject({ committed: true, counts: { new: 1 } })
  expect((await kho('items', 'list')).json['items']).toMatchObject([{ name: 'Mì Hảo Hảo' }])

  const cases = file(
    'cases.csv',
    'code,category,commune,name\nHS-1,children,00004,Bé Kín\nHS 2,children,00004,\n',
  )
  const refused = await kho('case-files', 'import', cases)
  expect([refused.exitCode, refused.error.kind]).toEqual([1, 'bad-lines'])
  expect((await kho('case-files', 'import', cases, '--skip-bad')).json).toMatchObject({
    counts: { new: 1, bad: 1 },
  })

  expect((await kho('tick', 'set', 'hs-1', 'green')).error.message.vi).toContain('--by')
  const by = ['--by', 'Chị Xác', '--reason', 'UBND xã']
  await kho(
    'staff',
    'add',
    '--name',
    'Chị Xác',
    '--role',
    'verifier',
    '--user-name',
    'xac',
    '--password',
    'một hai ba bốn',
  )
  await kho('staff', 'add', '--name', 'Anh Giữ', '--role', 'keeper', '--warehouse', 'HN', '--pin', '274951')
  const keeper = await kho('tick', 'set', 'hs-1', 'green', '--by', 'Anh Giữ')
  expect(keeper.error.message.vi).toContain('người xác minh')
  const { json } = await kho('tick', 'set', 'hs-1', 'green', '--until', '31/12/2099', ...by)
  expect(json).toMatchObject({ code: 'HS-1', tick: 'green', tickUntil: '2099-12-31T16:59:59.999Z' })
  const listed = await kho('case-files', 'list')
  expect(JSON.stringify(listed.json)).not.toContain('Bé Kín')
})

test('a second file, or a name without quotation marks, is told and not passed over', async () => {
  const first = file('first.csv', 'gtin,name\n4006381333931,Bút dạ\n')
  const second = file('second.csv', 'gtin,name\n5901234123457,Vở\n')
  for (const words of [
    ['items', 'import', first, second],
    ['warehouse', 'add', 'HP', 'Kho', 'Hải', 'Phòng'],
    ['rebuild', 'now'],
  ]) {
    const { exitCode, error } = await kho(...words)
    expect([exitCode, error.kind], words.join(' ')).toEqual([1, 'usage'])
  }
  expect(JSON.stringify((await kho('items', 'list')).json)).not.toContain('4006381333931')
  expect(JSON.stringify((await kho('warehouse', 'list')).json)).not.toContain('"HP"')
})

test('findings are listed and stock is proved against the ledger', async () => {
  const { json: shelf } = await kho('shelf', 'add', 'F-1', '--warehouse', 'HN')
  const device = await server.addDevice(shelf['warehouseId'] as never)
  const facts = createFactMaker(device)
  await device.push([
    facts.movement({ kind: 'dispatch', lines: [{ fromId: String(shelf['id']), toId: 'transit:c1' }] }),
  ])
  const { json } = await kho('findings', 'list', '--kind', 'below-zero')
  expect(json).toMatchObject({ total: 1, rows: [{ sentence: { vi: expect.stringContaining('F-1') } }] })
  expect((await kho('rebuild')).json).toMatchObject({ equal: true })
})

test('a backup of a running server is a whole database, and never overwrites a file', async () => {
  const { json, exitCode } = await kho('backup', join(server.folder, 'backup', 'kho4d.sqlite'))
  expect([exitCode, existsSync(String(json['file']))]).toEqual([0, true])
  const copy = openReader(join(server.folder, 'backup'))
  expect(copy.all(copy.query.selectFrom('warehouse').select('code')).length).toBeGreaterThan(0)
  copy.close()
  expect((await kho('backup', String(json['file']))).exitCode).toBe(1)
})

test('a stopped server needs nothing but its folder, also one that is new', async () => {
  const temp = makeTempFolder()
  const { exitCode, stdout } = await runKho(['setup-code', '--data', temp.folder], { PORT: '5000' })
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout)).toMatchObject({
    url: expect.stringMatching(/^http:\/\/localhost:5000\/app\/setup#.{43}$/),
  })
  const listed = await runKho(['warehouse', 'list'], { KHO4D_DATA: temp.folder })
  expect(JSON.parse(listed.stdout)).toEqual({ warehouses: [] })
  temp.remove()
})

test('a code for a tablet names the address that the running server really has, or that people reach it by', async () => {
  const { json } = await kho('enrol-code', '--warehouse', 'HN')
  expect(json['url']).toBe(`${server.url}/app/enrol#${String(json['code'])}`)
  const words = ['enrol-code', '--warehouse', 'HN', '--data', server.folder]
  const { stdout } = await runKho(words, { KHO4D_PUBLIC_URL: 'https://kho.example.org/' })
  expect(new URL(JSON.parse(stdout).url).origin).toBe('https://kho.example.org')
})

test('the address of a server that has gone is not given out again', async () => {
  const temp = makeTempFolder()
  const child = await startServerProcess(temp.folder)
  const during = await runKho(['setup-code', '--data', temp.folder], { PORT: '5000' })
  expect(new URL(JSON.parse(during.stdout).url).origin).toBe(child.url)
  await child.kill()
  const after = await runKho(['setup-code', '--data', temp.folder], { PORT: '5000' })
  expect(new URL(JSON.parse(after.stdout).url).origin).toBe('http://localhost:5000')
  temp.remove()
})

test.each([
  ['--data FOLDER', (folder: string) => ['--data', folder]],
  ['--data=FOLDER', (folder: string) => [`--data=${folder}`]],
  ['both options', (folder: string) => ['--origin', 'https://kho.example', '--data', folder]],
])('%s may stand before the name of the command', async (_, leading) => {
  const { exitCode, stdout } = await runKho([...leading(server.folder), 'warehouse', 'list'], {})
  expect(exitCode).toBe(0)
  expect(JSON.parse(stdout).warehouses).toContainEqual(expect.objectContaining({ code: 'HN' }))
})

test.each([
  [['warehouse', 'list']],
  [['warehouse', 'add', 'HN', 'Kho Hà Nội']],
  [['rebuild']],
  [['backup', 'copy.sqlite']],
])('%j in a folder without a warehouse says so and makes nothing there', async (words) => {
  const temp = makeTempFolder()
  const folder = join(temp.folder, 'mistyped')
  const { exitCode, stdout, stderr } = await runKho([...words, '--data', folder], {})
  expect([exitCode, stdout, existsSync(folder)]).toEqual([1, '', false])
  expect(JSON.parse(stderr).error).toEqual({
    kind: 'no-data',
    folder,
    message: { vi: expect.stringContaining(folder), en: expect.stringContaining(folder) },
  })
  temp.remove()
})

test('with an administrator there is no set-up code', async () => {
  await kho(
    'staff',
    'add',
    '--name',
    'Quản',
    '--role',
    'admin',
    '--user-name',
    'quan',
    '--password',
    'mật khẩu đủ dài',
  )
  const { exitCode, error } = await kho('setup-code')
  expect([exitCode, error.message.vi]).toEqual([1, expect.stringMatching(/Đã có người quản trị/)])
})

test.each([
  [['shelf', 'add', '--warehouse', 'nowhere', '--code', 'A-1']],
  [['shelf', 'add', '--warehouse', 'HN']],
  [['shelf', 'add', '--warehouse', 'HN', '--code', 'A-1']],
  [['staff', 'add', '--name', 'A', '--role', 'boss']],
  [['tick', 'set', 'no-such', 'red']],
  [['hook', 'add', 'Không Được']],
  [['hook', 'revoke', 'no-such']],
  [['tick', 'set', 'HS-1', 'blue']],
  [['items', 'import', 'no-such-file.csv']],
  [['device', 'revoke', 'no-such']],
  [['warehouse', 'add', '--kode', 'HN']],
  [['fly']],
])('%j is refused with exit code 1 and a sentence in both languages', async (words) => {
  const { exitCode, json, error } = await kho(...words)
  expect([exitCode, json]).toEqual([1, {}])
  expect(error.message).toEqual({ vi: expect.stringMatching(/\S/), en: expect.stringMatching(/\S/) })
})

test('help names every command, for people and for programs', async () => {
  const text = (await runKho(['help'], {})).stdout
  const { commands } = JSON.parse((await runKho(['help', '--json'], {})).stdout) as {
    commands: { name: string }[]
  }
  expect(commands.length).toBeGreaterThan(15)
  for (const { name } of commands) expect(text).toContain(`kho ${name}`)
})
