import { lazy, Suspense, useMemo } from 'react'
import { encode } from 'uqr'
import { drawEan13 } from '../scan/draw-ean13.ts'
import { useText } from '../ui/language.tsx'
import { barsPath } from './bars-path.ts'
import { sampleCodesText } from './sample-codes-text.ts'
import type { SampleCode } from './sample-codes.ts'

const DataMatrixPicture = lazy(async () => ({
  default: (await import('./data-matrix-picture.tsx')).DataMatrixPicture,
}))

const BAR_HEIGHT = 180

/** A code as a drawing that stays sharp on any screen and on paper. */
export function CodePicture({ code: { symbol, text } }: { readonly code: SampleCode }) {
  const words = useText(sampleCodesText)
  switch (symbol) {
    case 'ean13':
      return <EanPicture digits={text} />
    case 'qr':
      return <QrPicture text={text} />
    case 'datamatrix':
      return (
        <Suspense fallback={<p>{words.drawing}</p>}>
          <DataMatrixPicture text={text} />
        </Suspense>
      )
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

function QrPicture({ text }: { readonly text: string }) {
  const { path, size } = useMemo(() => {
    const qr = encode(text, { border: 4, ecc: 'M' })
    const cells = qr.data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : [])))
    return { path: cells.join(''), size: qr.size }
  }, [text])
  return (
    <svg viewBox={`0 0 ${size} ${size}`} className="code-picture" aria-hidden shapeRendering="crispEdges">
      <path d={path} fill="#000" />
    </svg>
  )
}
