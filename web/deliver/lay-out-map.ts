import type { Point } from '#shared/place/distance'

export interface MapSize {
  readonly width: number
  readonly height: number
}

/** Where things lie on the drawing, in its own units; north is up. */
export interface MapLayout {
  readonly place: (point: Point) => { readonly x: number; readonly y: number }
  readonly unitsPerMetre: number
  /** A round length and how long it is drawn. */
  readonly scale: { readonly metres: number; readonly units: number }
}

const METRES_PER_DEGREE = 111_195
/** Room for circles and names at the edge. */
const MARGIN = 48
/** Two doors of one hamlet must not fill the drawing. */
const LEAST_SPAN_M = 400

/** The flat map of a few villages: on a day's drive the bend of the earth is less than the width of a line. */
export function layOutMap(points: readonly Point[], { width, height }: MapSize): MapLayout {
  const lats = points.map(({ lat }) => lat)
  const lons = points.map(({ lon }) => lon)
  const middle = { lat: between(lats), lon: between(lons) }
  const metresPerLon = METRES_PER_DEGREE * Math.cos((middle.lat * Math.PI) / 180)
  const spanX = Math.max(LEAST_SPAN_M, spread(lons) * metresPerLon)
  const spanY = Math.max(LEAST_SPAN_M, spread(lats) * METRES_PER_DEGREE)
  const unitsPerMetre = Math.min((width - 2 * MARGIN) / spanX, (height - 2 * MARGIN) / spanY)
  const metres = roundBelow(width / 3 / unitsPerMetre)
  return {
    place: ({ lat, lon }) => ({
      x: width / 2 + (lon - middle.lon) * metresPerLon * unitsPerMetre,
      y: height / 2 - (lat - middle.lat) * METRES_PER_DEGREE * unitsPerMetre,
    }),
    unitsPerMetre,
    scale: { metres, units: metres * unitsPerMetre },
  }
}

function between(values: readonly number[]): number {
  return values.length === 0 ? 0 : (Math.min(...values) + Math.max(...values)) / 2
}

function spread(values: readonly number[]): number {
  return values.length === 0 ? 0 : Math.max(...values) - Math.min(...values)
}

/** 1, 2 or 5 times a power of ten. */
function roundBelow(metres: number): number {
  const power = 10 ** Math.floor(Math.log10(metres))
  const step = [5, 2, 1].find((it) => it * power <= metres) ?? 1
  return step * power
}
