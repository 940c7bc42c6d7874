import { expect, test } from 'vitest'
import { parseOldCommune, parseOldCommuneIn, searchOldPlaces } from '../../../sync-server/place/old-places.ts'
import { findCommune } from '../../../sync-server/place/places.ts'

const nameOf = (commune: string, district: string, province: string) => {
  const found = parseOldCommune({ commune, district, province })
  return found.ok ? found.value.name : found.error.kind
}

test('an address of three tiers finds its commune of today, with kinds and diacritics or without', () => {
  expect(nameOf('Phường 12', 'Quận Gò Vấp', 'Thành phố Hồ Chí Minh')).toBe('Phường An Hội Tây')
  expect(nameOf('p.12', 'go vap', 'TP. Hồ Chí Minh')).toBe('Phường An Hội Tây')
  expect(nameOf('Xã Phương Thiện', 'Thành phố Hà Giang', 'Tỉnh Hà Giang')).toBe('Phường Hà Giang 1')
  expect(nameOf('phuong thien', '', 'ha giang')).toBe('Phường Hà Giang 1')
})

test.each([
  ['Phường 12, Quận Gò Vấp', '79', 'Phường An Hội Tây'],
  ['P.12 Q.Gò Vấp', '79', 'Phường An Hội Tây'],
  ['phuong 12 quan go vap', '79', 'Phường An Hội Tây'],
  ['xã Tân Hội huyện Tân Hiệp tỉnh Kiên Giang', '91', 'Xã Tân Hội'],
  ['Phuong Quan Toan', '31', 'Phường Hồng An'],
])('an old address in one line is understood: %s', (typed, provinceCode, name) => {
  const found = parseOldCommuneIn(typed, provinceCode)
  expect(found.ok ? found.value.name : found.error.kind).toBe(name)
})

test('what may be several communes is not guessed at, and what is none is told', () => {
  expect(nameOf('Phường 1', '', 'Thành phố Hồ Chí Minh')).toBe('commune-ambiguous')
  expect(nameOf('Phường Không Có', 'Quận Gò Vấp', '')).toBe('commune-unknown')
  expect(nameOf('Phường 12', 'Quận Gò Vấp', 'Tỉnh Không Có')).toBe('province-unknown')
})

test('every commune that an old one became is one of today', () => {
  const places = searchOldPlaces('xa', 20_000)
  expect(places.length).toBeGreaterThan(8_000)
  expect(places.filter(({ code, provinceName }) => !findCommune(code) || provinceName === '')).toEqual([])
})

test('an old place is found by the beginnings of its words', () => {
  expect(searchOldPlaces('phuong 12 go vap', 5)).toMatchObject([
    { old: 'Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh', communeName: 'Phường An Hội Tây' },
  ])
  expect(searchOldPlaces('', 5)).toEqual([])
})
