import { lazy, Suspense, useMemo } from 'react'
import { drawEan13 } from '../scan/draw-ean13.ts'
import { useText } from '../ui/language.tsx'
import { QrPicture } from '../ui/qr-picture.tsx'
import { barsPath } from './bars-path.ts'
import { sampleCodesText } from './sample-codes-text.ts'
import type { SampleCode } from './sample-codes.ts'

const DataMatrixPicture = lazy(async () => ({
  default: (await import('./data-matrix-picture.tsx')).DataMatrixPicture,
}))

const BAR_HEIGHT = 180

/** A code as a drawing that stays sharp on any screen and on paper. */
export function CodePicture({ code: { symbol, text, about } }: { readonly code: SampleCode }) {
  const words = useText(sampleCodesText)
  switch (symbol) {
    case 'ean13':
      return <EanPicture digits={text} />
    case 'qr':
      return <QrPicture text={text} label={about} />
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
