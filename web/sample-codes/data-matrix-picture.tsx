import { drawingSVG, gs1datamatrix } from 'bwip-js/browser'
import { useMemo } from 'react'

/** A GS1 DataMatrix from an element string in brackets; the encoder is large and loaded for this picture alone. */
export function DataMatrixPicture({ text }: { readonly text: string }) {
  const source = useMemo(() => {
    const svg = gs1datamatrix({ bcid: 'gs1datamatrix', text, scale: 4, padding: 8 }, drawingSVG())
    return `data:image/svg+xml,${encodeURIComponent(svg)}`
  }, [text])
  return <img className="code-picture" src={source} alt="" />
}
