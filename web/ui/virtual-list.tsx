import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef, type ReactNode } from 'react'

export interface VirtualListProps<Value> {
  readonly label: string
  readonly values: readonly Value[]
  readonly keyOf: (value: Value) => string
  readonly render: (value: Value) => ReactNode
  readonly estimatePx?: number
}

/** From this many rows on only those in sight are drawn. */
const DRAW_ALL_MAX = 500

/** Any number of rows at the same speed; `render` gives the inside of a row (`Row`). */
export function VirtualList<Value>(props: VirtualListProps<Value>) {
  if (props.values.length > DRAW_ALL_MAX) return <LongList {...props} />
  return (
    <ul className="rows" aria-label={props.label}>
      {props.values.map((value) => (
        <li key={props.keyOf(value)}>{props.render(value)}</li>
      ))}
    </ul>
  )
}

function LongList<Value>({ label, values, keyOf, render, estimatePx = 84 }: VirtualListProps<Value>) {
  const box = useRef<HTMLDivElement>(null)
  // It keeps its own state and draws anew by itself: nothing of it is memoized here.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: values.length,
    getScrollElement: () => box.current?.closest<HTMLElement>('.middle') ?? null,
    estimateSize: () => estimatePx,
    getItemKey: (index) => keyOf(values[index]!),
    scrollMargin: box.current?.offsetTop ?? 0,
    overscan: 8,
  })
  return (
    <div ref={box} className="virtual">
      <ul aria-label={label} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => (
          <li
            key={row.key}
            data-index={row.index}
            ref={virtualizer.measureElement}
            aria-setsize={values.length}
            aria-posinset={row.index + 1}
            style={{ transform: `translateY(${row.start - virtualizer.options.scrollMargin}px)` }}
          >
            {render(values[row.index]!)}
          </li>
        ))}
      </ul>
    </div>
  )
}
