/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the rows of a real table cannot be placed by hand, one by one */
import { useVirtualizer } from '@tanstack/react-virtual'
import { useRef } from 'react'
import { formatNumber } from '#shared/i18n/numbers'
import { useLanguage, useText } from '../ui/language.tsx'
import type { ImportRow } from './import-rows.ts'
import { importText } from './import-text.ts'

export interface ImportLinesProps {
  readonly label: string
  readonly header: readonly string[]
  readonly rows: readonly ImportRow[]
}

const ROW_PX = 40

/** The lines of a file with what is wrong beside each; only those in sight are drawn, so 50,000 scroll like 50. */
export function ImportLines({ label, header, rows }: ImportLinesProps) {
  const text = useText(importText)
  const { language } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  // The compiler is not used here; the list redraws itself when it scrolls.
  // oxlint-disable-next-line react/incompatible-library
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => ROW_PX,
    overscan: 12,
    getItemKey: (index) => rows[index]!.line,
  })

  return (
    // A scrolling box must be reachable by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section ref={box} className="import-lines" aria-label={label} tabIndex={0}>
      <div role="table" aria-label={label} aria-rowcount={rows.length + 1}>
        <div role="row" className="import-head" aria-rowindex={1}>
          <span role="columnheader">{text.line}</span>
          <span role="columnheader">{text.reason}</span>
          <span role="columnheader">{text.content}</span>
        </div>
        <div role="rowgroup" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((item) => {
            const { line, cells, bad } = rows[item.index]!
            return (
              <div
                key={item.key}
                role="row"
                aria-rowindex={item.index + 2}
                className={bad.length > 0 ? 'import-row red' : 'import-row'}
                ref={virtualizer.measureElement}
                data-index={item.index}
                style={{ transform: `translateY(${item.start}px)` }}
              >
                <span role="rowheader" className="figures">
                  {formatNumber(line, language)}
                </span>
                <span role="cell">
                  {bad.map(({ column, message }) => (
                    <span key={`${column}${message.vi}`} className="reason">
                      {column !== '' && <strong>{column}: </strong>}
                      {message[language]}
                    </span>
                  ))}
                </span>
                <span role="cell" className="content">
                  {cells.map((cell, i) =>
                    cell.trim() === '' ? null : (
                      // The cells of a line are told apart by their place alone.
                      // oxlint-disable-next-line react/no-array-index-key
                      <span key={i} title={header[i]}>
                        {cell}
                      </span>
                    ),
                  )}
                </span>
              </div>
            )
          })}
        </div>
      </div>
    </section>
  )
}
