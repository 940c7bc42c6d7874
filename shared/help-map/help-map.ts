import { CELL_MIN, mergeSmall } from './merge-small.ts'

/** How sure it is that help is needed: verified, waiting for verification, or not looked at yet. */
export const HELP_SIGNS = ['green', 'yellow', 'waiting'] as const
export type HelpSign = (typeof HELP_SIGNS)[number]
export type HelpCounts = Readonly<Record<HelpSign, number>>

export interface CommuneCounts {
  readonly provinceCode: string
  readonly communeCode: string
  readonly counts: HelpCounts
}

/** One row of the map: a place, or under `rest` what was merged. A count that is not shown is undefined. */
export interface HelpRow {
  readonly code: string
  readonly counts: Partial<HelpCounts>
}
export interface HelpMap {
  readonly provinces: readonly HelpRow[]
  readonly communesByProvince: ReadonlyMap<string, readonly HelpRow[]>
}

/**
 * Help needed by place and tick, never a point and never a count under five. A province that is merged shows none of
 * its communes for that tick, or they would tell what was merged.
 */
export function drawHelpMap(communes: readonly CommuneCounts[]): HelpMap {
  const provinces = new Map<string, Partial<Record<HelpSign, number>>>()
  const communesByProvince = new Map<string, Map<string, Partial<Record<HelpSign, number>>>>()
  for (const sign of HELP_SIGNS) {
    const byProvince = Map.groupBy(communes, ({ provinceCode }) => provinceCode)
    const totals = new Map([...byProvince].map(([code, own]) => [code, sum(own, sign)]))
    const merged = mergeSmall(totals)
    note(provinces, merged, sign)
    for (const provinceCode of merged.shown.keys()) {
      const own = new Map(
        byProvince.get(provinceCode)!.map(({ communeCode, counts }) => [communeCode, counts[sign]]),
      )
      const rows = communesByProvince.get(provinceCode) ?? new Map()
      communesByProvince.set(provinceCode, rows)
      note(rows, mergeSmall(own), sign)
    }
  }
  return {
    provinces: rowsOf(provinces),
    communesByProvince: new Map([...communesByProvince].map(([code, rows]) => [code, rowsOf(rows)])),
  }
}

function note(
  rows: Map<string, Partial<Record<HelpSign, number>>>,
  { shown, rest }: ReturnType<typeof mergeSmall>,
  sign: HelpSign,
): void {
  for (const [code, count] of [...shown, ['rest', rest] as const]) {
    // A rest under five only comes about where all of a country has fewer.
    if (count < CELL_MIN) continue
    rows.set(code, { ...rows.get(code), [sign]: count })
  }
}

function rowsOf(rows: ReadonlyMap<string, Partial<HelpCounts>>): HelpRow[] {
  return [...rows].map(([code, counts]) => ({ code, counts })).sort(mostFirst)
}

function mostFirst(a: HelpRow, b: HelpRow): number {
  if (a.code === 'rest' || b.code === 'rest') return a.code === 'rest' ? 1 : -1
  return total(b) - total(a) || (a.code < b.code ? -1 : 1)
}

function total({ counts }: HelpRow): number {
  return HELP_SIGNS.reduce((all, sign) => all + (counts[sign] ?? 0), 0)
}

function sum(communes: readonly CommuneCounts[], sign: HelpSign): number {
  return communes.reduce((all, { counts }) => all + counts[sign], 0)
}
