import { formatNumber } from '#shared/i18n/numbers'
import type { Place } from '#shared/person/person'
import { usePlaceNames } from '../case-file/use-place-names.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import type { PlacedStop } from './around-screen.tsx'
import { deliverText } from './deliver-text.ts'
import { formatDistance } from './format-distance.ts'
import { layOutMap } from './lay-out-map.ts'

const SIZE = { width: 360, height: 320 }
const EDGE = 16

/** Points, names of communes, a scale and north: enough to see what lies where, and drawn from this device alone. */
export function AroundMap({
  stops,
  here,
}: {
  readonly stops: readonly PlacedStop[]
  readonly here: Place | undefined
}) {
  const text = useText(deliverText)
  const { language } = useLanguage()
  const placeNames = usePlaceNames()
  const map = layOutMap([...stops.map(({ place }) => place), ...(here ? [here] : [])], SIZE)
  const byCommune = Map.groupBy(stops, ({ caseFile }) =>
    caseFile ? placeNames(caseFile).split(',')[0]! : '',
  )
  return (
    <svg
      className="around-map"
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      // An inline picture can only be named this way.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={text.map}
    >
      {here && <Here place={here} map={map} label={text.here} />}
      {[...byCommune].map(([name, own]) => {
        const points = own.map(({ place }) => map.place(place))
        const x = points.reduce((sum, point) => sum + point.x, 0) / points.length
        const y = Math.min(...points.map((point) => point.y)) - 22
        return (
          <text
            key={name}
            className="commune"
            x={within(x, 70, SIZE.width)}
            y={Math.min(y, SIZE.height - 34)}
          >
            {name}
          </text>
        )
      })}
      {stops.map(({ id, order, place, tick }) => {
        const { x, y } = map.place(place)
        return (
          <g key={id} className={`door ${tick}`}>
            <circle cx={x} cy={y} r={15} />
            <text x={x} y={y}>
              {formatNumber(order, language)}
            </text>
          </g>
        )
      })}
      <g className="north" aria-hidden>
        <path d={`M${SIZE.width - 28} 46 v-30 m-8 10 l8 -10 l8 10`} />
        <text x={SIZE.width - 28} y={60}>
          {text.north}
        </text>
      </g>
      <g className="scale">
        <path d={`M${EDGE} ${SIZE.height - EDGE - 8} v8 h${map.scale.units} v-8`} />
        <text x={EDGE} y={SIZE.height - EDGE - 12}>
          {formatDistance(map.scale.metres, language)}
        </text>
      </g>
    </svg>
  )
}

function Here({
  place,
  map,
  label,
}: {
  readonly place: Place
  readonly map: ReturnType<typeof layOutMap>
  readonly label: string
}) {
  const { x, y } = map.place(place)
  return (
    <g className="here">
      <circle className="accuracy" cx={x} cy={y} r={Math.max(10, place.accuracyM * map.unitsPerMetre)} />
      <path d={`M${x - 9} ${y} h18 M${x} ${y - 9} v18`} />
      <text x={within(x, 60, SIZE.width)} y={y - 14}>
        {label}
      </text>
    </g>
  )
}

function within(value: number, margin: number, size: number): number {
  return Math.min(size - margin, Math.max(margin, value))
}
