import { expect, test } from 'vitest'
import type { Instant } from '#shared/time/time'
import { PERSON_READERS, POLICY } from '../../../sync-server/access/policy.ts'
import { indexPlaces, readMeanings } from '../../../web/desk/case-file-search.ts'
import { formatAgo, formatLeft, formatMoment } from '../../../web/desk/desk-time.ts'
import { withQuery } from '../../../web/desk/desk-requests.ts'
import { base64FromBytes, decodeForView, readSheet } from '../../../web/desk/import-rows.ts'
import { createKeptTyping } from '../../../web/desk/kept-typing.ts'
import { MAY } from '../../../web/desk/may.ts'
import { setupState } from '../../../web/desk/setup-steps.ts'

const INDEX = indexPlaces({
  provinces: [
    { code: '08', name: 'Tuyên Quang', communes: [['00001', 'Xã Tân Lập']] },
    {
      code: '68',
      name: 'Lâm Đồng',
      communes: [
        ['00002', 'Xã Tân Lập'],
        ['00003', 'Phường Đà Lạt'],
      ],
    },
  ],
})
const AT = '2026-11-21T02:41:07.000Z' as Instant

test('a commune is found without diacritics, each of the same name with its province', () => {
  expect(readMeanings('tan lap', INDEX, 'vi', 8)).toMatchObject([
    { kind: 'commune', code: '00001', provinceName: 'Tuyên Quang' },
    { kind: 'commune', code: '00002', provinceName: 'Lâm Đồng' },
  ])
  expect(readMeanings('tan lap lam dong', INDEX, 'vi', 8)).toMatchObject([{ code: '00002' }])
})

test('a name typed with its diacritics comes before one that only sounds alike', () => {
  const twins = indexPlaces({
    provinces: [
      { code: '51', name: 'Quảng Ngãi', communes: [['00004', 'Xã Ba Dinh']] },
      { code: '01', name: 'Hà Nội', communes: [['00005', 'Phường Ba Đình']] },
    ],
  })
  const codes = (text: string) => readMeanings(text, twins, 'vi', 8).map((one) => 'code' in one && one.code)
  expect(codes('ba đình')).toEqual(['00005', '00004'])
  expect(codes('ba dinh')).toEqual(['00004', '00005'])
})

test('a group, a tick and a province are found by their words', () => {
  expect(readMeanings('ho ngheo', INDEX, 'vi', 8)).toMatchObject([{ category: 'poor-household' }])
  expect(readMeanings('tích vàng', INDEX, 'vi', 8)).toMatchObject([{ tick: 'yellow' }])
  expect(readMeanings('green', INDEX, 'en', 8)).toMatchObject([{ tick: 'green' }, { tick: 'expired' }])
  expect(readMeanings('tuyen', INDEX, 'vi', 8)[0]).toMatchObject({ kind: 'province', code: '08' })
})

test('one letter means nothing yet, and no more meanings are offered than asked for', () => {
  expect(readMeanings('t', INDEX, 'vi', 8)).toEqual([])
  expect(readMeanings('tan lap', INDEX, 'vi', 1)).toHaveLength(1)
})

test('a bad line of a file stands beside its reasons, numbered as a spreadsheet shows it', () => {
  const message = { vi: 'sai', en: 'wrong' }
  const sheet = readSheet('\uFEFFmã,tên\r\n1,"Gạo, tẻ"\r\n\r\n2,\r\n', [{ line: 4, column: 'tên', message }])
  expect(sheet.header).toEqual(['mã', 'tên'])
  expect(sheet.rows).toEqual([
    { line: 2, cells: ['1', 'Gạo, tẻ'], bad: [] },
    { line: 4, cells: ['2', ''], bad: [{ line: 4, column: 'tên', message }] },
  ])
})

test('50,000 lines are read at once', () => {
  const text = `mã,tên\n${Array.from({ length: 50_000 }, (_, i) => `${i},Hàng ${i}`).join('\n')}`
  expect(readSheet(text, []).rows).toHaveLength(50_000)
})

test('a file is shown right in each encoding that spreadsheets in Vietnam save', () => {
  const utf16 = new Uint8Array(Buffer.from('\uFEFFGạo tẻ', 'utf16le'))
  expect(decodeForView(utf16)).toBe('Gạo tẻ')
  expect(decodeForView(new TextEncoder().encode('Gạo tẻ'))).toBe('Gạo tẻ')
  // windows-1258 writes the dot below after its letter.
  expect(decodeForView(new Uint8Array([0x47, 0x61, 0xf2, 0x6f]))).toBe('Gạo')
})

test('the bytes of a file survive the way up', () => {
  const bytes = Uint8Array.from({ length: 100_000 }, (_, i) => i % 256)
  expect(Buffer.from(base64FromBytes(bytes), 'base64').equals(Buffer.from(bytes))).toBe(true)
})

test('times are told in Vietnam and as long as they matter', () => {
  expect(formatMoment(AT)).toBe('21/11/2026 09:41')
  const ago = (minutes: number) => formatAgo(AT, Date.parse(AT) + minutes * 60_000, 'vi')
  expect([-5, 0, 3, 59, 60, 2879, 2880].map(ago)).toEqual([
    'vừa xong',
    'vừa xong',
    '3 phút trước',
    '59 phút trước',
    '1 giờ trước',
    '47 giờ trước',
    '2 ngày trước',
  ])
})

test('the time left of a code counts down to nothing and not below', () => {
  const left = (seconds: number) => formatLeft(AT, Date.parse(AT) - seconds * 1000)
  expect([600, 59.2, 1, 0, -5].map(left)).toEqual(['10:00', '1:00', '0:01', '0:00', '0:00'])
})

test('filters that are empty are not asked for', () => {
  expect(withQuery('/x', { q: 'gạo tẻ', page: 2, tick: '', category: undefined })).toBe(
    '/x?q=g%E1%BA%A1o%20t%E1%BA%BB&page=2',
  )
  expect(withQuery('/x', { q: '' })).toBe('/x')
})

test('secrets and what is known of a person never reach the disk of the desk', () => {
  const disk = new Map<string, string>()
  const storage = {
    getItem: (key: string) => disk.get(key) ?? null,
    setItem: (key: string, value: string) => void disk.set(key, value),
    removeItem: (key: string) => void disk.delete(key),
  }
  const kept = createKeptTyping(storage)
  kept.keep('staff', { name: 'Bình', pin: '402913' }, { name: 'Bình' })
  expect(kept.read('staff')).toEqual({ name: 'Bình', pin: '402913' })
  expect([...disk.values()].join()).not.toContain('402913')
  expect(createKeptTyping(storage).read('staff')).toEqual({ name: 'Bình' })
  kept.forget('staff')
  expect(kept.read('staff')).toBeUndefined()
  expect(disk.size).toBe(0)
})

test('a storage that is full or forbidden costs nothing while the tab is open', () => {
  const broken = () => {
    throw new DOMException('full', 'QuotaExceededError')
  }
  const kept = createKeptTyping({ getItem: broken, setItem: broken, removeItem: broken })
  kept.keep('x', { a: 1 }, { a: 1 })
  expect(kept.read('x')).toEqual({ a: 1 })
  expect(kept.read('y')).toBeUndefined()
})

test('a step of the preparation is done when what it makes is there', () => {
  const nothing = { warehouses: [], staff: [], devices: [], itemCount: 0, caseFileCount: 0, greenCount: 0 }
  expect(Object.values(setupState(nothing))).toEqual(Array(7).fill(false))
  const revoked = { revokedAt: AT } as never
  expect(setupState({ ...nothing, devices: [revoked] }).device).toBe(false)
  expect(setupState({ ...nothing, greenCount: 1 }).green).toBe(true)
})

test('the desk offers to each role exactly what the server allows it', () => {
  expect({
    seeFindings: POLICY['GET /api/desk/findings'],
    seeStaff: POLICY['GET /api/desk/staff'],
    seeDevices: POLICY['GET /api/desk/devices'],
    supervise: POLICY['GET /api/desk/supervision'],
    manageStaff: POLICY['POST /api/desk/staff'],
    manageWarehouses: POLICY['POST /api/desk/shelves'],
    manageDevices: POLICY['POST /api/desk/devices/:id/revoke'],
    manageItems: POLICY['POST /api/desk/items'],
    manageCaseFiles: POLICY['POST /api/desk/case-files'],
    seeTrips: POLICY['GET /api/desk/trips'],
    manageTrips: POLICY['POST /api/desk/trips'],
    handleFindings: POLICY['POST /api/desk/findings/handle'],
    import: POLICY['POST /api/desk/imports/:kind'],
    manageRules: POLICY['PUT /api/desk/rules/repeat'],
    releasePictures: POLICY['POST /api/desk/parts/:hash/public'],
    publish: POLICY['PUT /api/desk/case-files/:id/publication'],
    setTicks: POLICY['POST /api/desk/case-files/:id/tick'],
    seeDataRequests: POLICY['GET /api/desk/data-requests'],
    answerPersons: POLICY['POST /api/desk/data-requests'],
    watchReads: POLICY['GET /api/desk/person-reads'],
    seePersons: PERSON_READERS,
  }).toEqual(MAY)
})
