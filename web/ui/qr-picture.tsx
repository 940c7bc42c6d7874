import { useMemo } from 'react'
import { encode } from 'uqr'

export interface QrPictureProps {
  readonly text: string
  /** What the picture is for, read out instead of it. */
  readonly label: string
}

/** A QR code as one path: sharp on paper and on any screen, always dark on white. */
export function QrPicture({ text, label }: QrPictureProps) {
  const { size, path } = useMemo(() => drawQr(text), [text])
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      // An inline picture can only be named this way.
      // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#ffffff" />
      <path d={path} fill="#000000" />
    </svg>
  )
}

function drawQr(text: string): { readonly size: number; readonly path: string } {
  const { data, size } = encode(text, { ecc: 'M', border: 4 })
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ''))).join('')
  return { size, path }
}
