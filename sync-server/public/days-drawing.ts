import type { PublicDay } from './fill-days.ts'

export const DAY_SERIES = ['intakes', 'dispatches', 'deliveries'] as const
export type DaySeries = (typeof DAY_SERIES)[number]

/** Geometry of the picture of thirty days; the page's script draws with the same numbers. */
export const DRAWING = { width: 360, left: 26, step: 11.1, panel: 66, base: 58, height: 38 } as const

/** The highest bar of all three rows, so that the rows can be compared. Never zero. */
export function highestDay(days: readonly PublicDay[]): number {
  return Math.max(1, ...days.flatMap((day) => DAY_SERIES.map((series) => day[series])))
}

/** One stroke up from the base line for each day; a day of zero has none. */
export function barsPath(days: readonly PublicDay[], series: DaySeries, row: number): string {
  const highest = highestDay(days)
  const base = DRAWING.base + row * DRAWING.panel
  return days
    .map((day, index) => {
      const up = Math.round((day[series] / highest) * DRAWING.height * 10) / 10
      return up === 0 ? '' : `M${dayX(index)} ${base}v-${up}`
    })
    .join('')
}

export function dayX(index: number): number {
  return Math.round((DRAWING.left + (index + 0.5) * DRAWING.step) * 10) / 10
}

export function total(days: readonly PublicDay[], series: DaySeries): number {
  return days.reduce((sum, day) => sum + day[series], 0)
}
