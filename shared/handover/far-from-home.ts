import type { Place } from '../person/person.ts'

/** Within this of the household's place, both accuracies allowed for, it is the door: hamlets lie far apart. */
export const DOOR_MAX_M = 1_000
const EARTH_M = 6_371_008

/** How far a place is from the household's, rounded to 100 m; undefined while it may be the door. */
export function farFromHome(here: Place, home: Place): number | undefined {
  const distance = metresBetween(here, home)
  if (distance - here.accuracyM - home.accuracyM <= DOOR_MAX_M) return undefined
  return Math.round(distance / 100) * 100
}

export function metresBetween(a: Pick<Place, 'lat' | 'lon'>, b: Pick<Place, 'lat' | 'lon'>): number {
  const rad = Math.PI / 180
  const half =
    Math.sin(((b.lat - a.lat) * rad) / 2) ** 2 +
    Math.cos(a.lat * rad) * Math.cos(b.lat * rad) * Math.sin(((b.lon - a.lon) * rad) / 2) ** 2
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(half)))
}
