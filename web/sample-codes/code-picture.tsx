import { useMemo } from 'react'
import { later } from '../later.tsx'
import { drawEan13 } from '../scan/draw-ean13.ts'
import { QrPicture } from '../ui/qr-picture.tsx'
import { barsPath } from './bars-path.ts'
import type { SampleCode } from './sample-codes.ts'

const DataMatrixPicture = later(async () => (await import('./data-matrix-picture.tsx')).DataMatrixPicture)

const BAR_HEIGHT = 180

/** A code as a drawing that stays sharp on any screen and on paper. */
export function CodePicture({ code: { symbol, text, about } }: { readonly code: SampleCode }) {
  switch (symbol) {
    case 'ean13':
      return <EanPicture digits={text} />
    case 'qr':
      return <QrPicture text={text} label={about} />
    case 'datamatrix':
      return <DataMatrixPicture text={text} />
  }
}

function EanPicture({ digits }: { readonly digits: string }) {
  const { path, width } = useMemo(() => {
    const picture = drawEan13(digits.slice(0, 12))
    return { path: barsPath(picture, BAR_HEIGHT), width: picture.width }
  }, [digits])
  return (
    <svg
      viewBox={`0 0 ${width} ${BAR_HEIGHT}`}
      className="code-picture"
      aria-hidden
      shapeRendering="crispEdges"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
