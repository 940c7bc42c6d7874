import type { ReactNode } from 'react'
import { Link } from 'wouter'

export function List({ label, children }: { readonly label?: string; readonly children: ReactNode }) {
  return (
    <ul className="rows" aria-label={label}>
      {children}
    </ul>
  )
}

export interface RowProps {
  readonly title: ReactNode
  readonly detail?: ReactNode
  /** The number that counts, at the right, lined up. */
  readonly figure?: ReactNode
  readonly figureDetail?: ReactNode
  readonly tone?: 'plain' | 'yellow' | 'red' | undefined
  readonly href?: string
  readonly onPress?: () => void
  /** Buttons or sentences that belong to the row, under it. */
  readonly children?: ReactNode
}

/** The inside of a row: a link, a button or plain, by what is given. */
export function Row({
  title,
  detail,
  figure,
  figureDetail,
  tone = 'plain',
  href,
  onPress,
  children,
}: RowProps) {
  const className = `row ${tone}`
  const inside = (
    <>
      <span className="title">{title}</span>
      {figure === undefined ? (
        <span className="figure-detail">{figureDetail}</span>
      ) : (
        <span className="figure">{figure}</span>
      )}
      {detail !== undefined && <span className="detail">{detail}</span>}
      {figure !== undefined && figureDetail !== undefined && (
        <span className="figure-detail">{figureDetail}</span>
      )}
      {children !== undefined && <div className="more">{children}</div>}
    </>
  )
  if (href !== undefined) {
    return (
      <Link href={href} className={className}>
        {inside}
      </Link>
    )
  }
  if (onPress) {
    return (
      <button type="button" className={className} onClick={onPress}>
        {inside}
      </button>
    )
  }
  return <div className={className}>{inside}</div>
}

/** A row of a `List`. */
export function ListRow(props: RowProps) {
  return (
    <li>
      <Row {...props} />
    </li>
  )
}
