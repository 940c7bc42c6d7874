import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Places } from '#shared/place/place-wire'
import { parseCommune, parseProvince, readProvinces } from '../../../sync-server/place/places.ts'
import { startTestServer, type TestServer } from '../../support/test-server.ts'

let server: TestServer
beforeAll(async () => {
  server = await startTestServer()
})
afterAll(() => server.close())

function province(text: string) {
  const found = parseProvince(text)
  return found.ok ? found.value : undefined
}

test('there are 34 provinces and 3,321 communes, each with a code of its own and composed letters', () => {
  const communes = readProvinces().flatMap((it) => it.communes)
  expect([readProvinces().length, communes.length]).toEqual([34, 3321])
  expect(new Set(communes.map(({ code }) => code)).size).toBe(3321)
  expect(
    communes.filter(({ code, name }) => !/^\d{5}$/.test(code) || name !== name.normalize('NFC')),
  ).toEqual([])
})

test('a province is known by its code or name, with or without its kind and its diacritics', () => {
  for (const text of ['01', '1', 'Hà Nội', 'ha noi', 'TP. Hà Nội', 'Thành phố Hà Nội', 'TP HÀ NỘI']) {
    expect([text, province(text)?.code]).toEqual([text, '01'])
  }
  expect(province('Tỉnh Cao Bằng')?.code).toBe('04')
  expect(province('Hà Tây')).toBeUndefined()
})

test('a commune is known by its code or name in its province', () => {
  const haNoi = province('01')
  for (const text of ['00004', '4', 'Phường Ba Đình', 'ba dinh', 'Ba Đình', 'PHƯỜNG  BA ĐÌNH']) {
    expect([text, parseCommune(text, haNoi)]).toMatchObject([text, { ok: true, value: { code: '00004' } }])
  }
})

test('a name that several places have is not guessed', () => {
  const names = readProvinces().flatMap((it) => it.communes.map(({ name }) => name))
  const repeated = names.find((name, i) => names.indexOf(name) !== i)!
  const found = parseCommune(repeated, undefined)
  expect(found).toMatchObject({ ok: false, error: { kind: 'commune-ambiguous' } })
})

test('a commune of another province is told apart from one that does not exist', () => {
  expect(parseCommune('00004', province('48'))).toMatchObject({ error: { kind: 'commune-elsewhere' } })
  expect(parseCommune('99999', undefined)).toMatchObject({ error: { kind: 'commune-unknown' } })
})

test('each name finds its own commune back', () => {
  for (const it of readProvinces()) {
    const wrong = it.communes.filter(({ code, name }) => {
      const found = parseCommune(name, it)
      return !found.ok || found.value.code !== code
    })
    expect(wrong).toEqual([])
  }
})

test('everybody may read the places, whole and small enough for a tablet to keep', async () => {
  const answer = await fetch(`${server.url}/api/places/all`, { headers: { 'accept-encoding': 'gzip' } })
  expect(answer.headers.get('content-encoding')).toBe('gzip')
  expect(answer.headers.get('cache-control')).toMatch(/public, max-age=/)
  expect(Number(answer.headers.get('content-length'))).toBeLessThan(60_000)
  const { provinces } = (await answer.json()) as Places
  expect(provinces.flatMap(({ communes }) => communes)).toHaveLength(3321)

  const plain = await fetch(`${server.url}/api/places/all`, { headers: { 'accept-encoding': 'identity' } })
  expect(((await plain.json()) as Places).provinces).toEqual(provinces)
})

test('the lists are served province by province', async () => {
  const { provinces } = (await (await fetch(`${server.url}/api/places/provinces`)).json()) as {
    provinces: object[]
  }
  expect(provinces).toHaveLength(34)
  const answer = await fetch(`${server.url}/api/places/communes?province=01`)
  const { communes } = (await answer.json()) as { communes: object[] }
  expect(communes[0]).toEqual({ code: '00004', name: 'Phường Ba Đình' })
  expect((await fetch(`${server.url}/api/places/communes?province=99`)).status).toBe(404)
})
