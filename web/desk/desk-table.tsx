import type { KeyboardEvent, MouseEvent, ReactNode } from 'react'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Numbers and times stand at the right and line up. */
  readonly numeric?: boolean
  /** The title is for readers alone: the buttons below say it themselves. */
  readonly unseen?: boolean
  /** Stays on one line. */
  readonly tight?: boolean
  readonly renderCell: (row: Row) => ReactNode
}

export interface DeskTableProps<Row> {
  readonly label: string
  readonly columns: readonly Column<Row>[]
  readonly rows: readonly Row[]
  readonly keyOf: (row: Row) => string
  /** The name of a row is then a button, and the whole row opens it. */
  readonly onOpen?: ((row: Row) => void) | undefined
  readonly tone?: (row: Row) => 'plain' | 'yellow' | 'red' | 'quiet'
}

/**
 * A dense table that works by arrow keys and Enter. The first column names the row; on a narrow screen each row becomes
 * a block with its titles beside the values.
 */
export function DeskTable<Row>({ label, columns, rows, keyOf, onOpen, tone }: DeskTableProps<Row>) {
  return (
    // The keys only move the focus between the buttons inside.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <table className="table" aria-label={label} onKeyDown={moveByArrows}>
      <thead>
        <tr>
          {columns.map(({ key, title, numeric, unseen }) => (
            <th key={key} scope="col" className={numeric ? 'numeric' : undefined}>
              {unseen ? <span className="unseen">{title}</span> : title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr
            key={keyOf(row)}
            className={`${tone?.(row) ?? 'plain'}${onOpen ? ' opens' : ''}`}
            onClick={onOpen && ((event) => openUnlessInside(event, () => onOpen(row)))}
          >
            {columns.map((column, i) => (
              <Cell key={column.key} column={column} head={i === 0}>
                {i === 0 && onOpen ? (
                  <button type="button" className="open" data-row-open onClick={() => onOpen(row)}>
                    {column.renderCell(row)}
                  </button>
                ) : (
                  column.renderCell(row)
                )}
              </Cell>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

interface CellProps {
  readonly column: Pick<Column<never>, 'title' | 'numeric' | 'tight' | 'unseen'>
  readonly head: boolean
  readonly children: ReactNode
}

function Cell({ column, head, children }: CellProps) {
  const className = [column.numeric && 'numeric', column.tight && 'tight'].filter(Boolean).join(' ')
  return head ? (
    <th scope="row" className={className} data-title={column.title}>
      {children}
    </th>
  ) : (
    <td className={className} data-title={column.unseen ? '' : column.title}>
      {children}
    </td>
  )
}

/** A press on a button or a link inside the row is that button's, not the row's. */
function openUnlessInside(event: MouseEvent, open: () => void) {
  const pressed = event.target as HTMLElement
  if (pressed.closest('button, a, input, select, textarea') || getSelection()?.toString()) return
  open()
}

function moveByArrows(event: KeyboardEvent<HTMLTableElement>) {
  const target = event.target as HTMLElement
  if (!target.matches('[data-row-open]')) return
  const opens = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-row-open]')]
  const at = opens.indexOf(target)
  const to = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: opens.length - 1 }[event.key]
  if (to === undefined) return
  event.preventDefault()
  if (to < 0) document.querySelector<HTMLElement>('.desk main input[type=search]')?.focus()
  else opens[Math.min(to, opens.length - 1)]?.focus()
}
