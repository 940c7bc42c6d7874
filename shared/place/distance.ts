/** A point on the ground in degrees (WGS 84). */
export interface Point {
  readonly lat: number
  readonly lon: number
}

const EARTH_M = 6_371_000
const rad = (degrees: number) => (degrees * Math.PI) / 180

/** Metres along the ground (haversine). */
export function distanceM(a: Point, b: Point): number {
  const half =
    Math.sin(rad(b.lat - a.lat) / 2) ** 2 +
    Math.cos(rad(a.lat)) * Math.cos(rad(b.lat)) * Math.sin(rad(b.lon - a.lon) / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(half)))
}

export const DIRECTIONS = ['n', 'ne', 'e', 'se', 's', 'sw', 'w', 'nw'] as const
export type Direction = (typeof DIRECTIONS)[number]

/** Which way one would set out from `a` to `b`, to an eighth of the compass. */
export function directionOf(a: Point, b: Point): Direction {
  const east = (b.lon - a.lon) * Math.cos(rad((a.lat + b.lat) / 2))
  const north = b.lat - a.lat
  const eighth = Math.round((Math.atan2(east, north) / (2 * Math.PI)) * 8)
  return DIRECTIONS[(eighth + 8) % 8]!
}
