import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawHelpMap, HELP_SIGNS, type CommuneCounts } from '#shared/help-map/help-map'

const count = fc.integer({ min: 0, max: 12 })
const communes: fc.Arbitrary<CommuneCounts[]> = fc
  .uniqueArray(
    fc.record({
      provinceCode: fc.constantFrom('01', '04', '08', '11'),
      communeCode: fc.integer({ min: 1, max: 8 }).map(String),
      counts: fc.record({ green: count, yellow: count, waiting: count }),
    }),
    { selector: ({ provinceCode, communeCode }) => `${provinceCode}.${communeCode}`, maxLength: 24 },
  )
  .map((all) => all.map((it) => ({ ...it, communeCode: `${it.provinceCode}${it.communeCode}` })))

test('no count under five is shown, and none can be found by subtracting', () => {
  fc.assert(
    fc.property(communes, (all) => {
      const { provinces, communesByProvince } = drawHelpMap(all)
      const rows = [...provinces, ...[...communesByProvince.values()].flat()]
      for (const { counts } of rows) {
        for (const sign of HELP_SIGNS)
          if (counts[sign] !== undefined) expect(counts[sign]).toBeGreaterThanOrEqual(5)
      }
      for (const sign of HELP_SIGNS) {
        for (const { code, counts } of provinces) {
          if (code === 'rest' || counts[sign] === undefined) continue
          const own = all.filter(({ provinceCode }) => provinceCode === code)
          const shown = (communesByProvince.get(code) ?? []).filter((row) => row.code !== 'rest')
          const left = own.reduce((sum, it) => sum + it.counts[sign], 0) - sumOf(shown, sign)
          expect(left === 0 || left >= 5).toBe(true)
        }
        const merged = provinces.filter(({ counts, code }) => code !== 'rest' && counts[sign] !== undefined)
        const codes = new Set(merged.map(({ code }) => code))
        for (const [code, rows] of communesByProvince) {
          if (!codes.has(code)) expect(rows.every(({ counts }) => counts[sign] === undefined)).toBe(true)
        }
      }
    }),
  )
})

test('what is shown and what was merged are all there is', () => {
  fc.assert(
    fc.property(communes, (all) => {
      const { provinces } = drawHelpMap(all)
      for (const sign of HELP_SIGNS) {
        const everything = all.reduce((sum, { counts }) => sum + counts[sign], 0)
        const told = sumOf(provinces, sign)
        expect(told === everything || (told === 0 && everything < 5)).toBe(true)
      }
    }),
  )
})

test('a province with six cases in one commune and one in another shows neither commune', () => {
  const { provinces, communesByProvince } = drawHelpMap([
    { provinceCode: '01', communeCode: '00004', counts: { green: 6, yellow: 0, waiting: 0 } },
    { provinceCode: '01', communeCode: '00008', counts: { green: 1, yellow: 0, waiting: 0 } },
  ])
  expect(provinces).toEqual([{ code: '01', counts: { green: 7 } }])
  expect(communesByProvince.get('01')).toEqual([{ code: 'rest', counts: { green: 7 } }])
})

function sumOf(
  rows: readonly { readonly counts: Partial<Record<(typeof HELP_SIGNS)[number], number>> }[],
  sign: (typeof HELP_SIGNS)[number],
): number {
  return rows.reduce((sum, { counts }) => sum + (counts[sign] ?? 0), 0)
}
