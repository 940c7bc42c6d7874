import { useEffect, useRef, useState } from 'react'
import SignaturePad from 'signature_pad'
import { Button } from '../ui/button.tsx'
import { useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { handoverText } from './handover-text.ts'
import type { Signed } from './personal-input.ts'

export interface SignatureFieldProps {
  readonly label: string
  readonly signed: Signed | undefined
  /** After each stroke, and with undefined when it was wiped. */
  readonly onChange: (signed: Signed | undefined) => void
}

/** A field to sign in with a finger. Its points are kept after each stroke, so that nothing needs to be signed twice. */
export function SignatureField({ label, signed, onChange }: SignatureFieldProps) {
  const text = useText(handoverText)
  const canvas = useRef<HTMLCanvasElement>(null)
  const pad = useRef<SignaturePad>(undefined)
  const [ready, setReady] = useState(false)
  const [onlyTouched, setOnlyTouched] = useState(false)
  const atFirst = useRef(signed)
  const tell = useRef(onChange)
  useEffect(() => {
    tell.current = onChange
  })

  useEffect(() => {
    const field = canvas.current
    if (!field) return
    let size = fit(field)
    const opened = new SignaturePad(field, { penColor: '#16202e', minWidth: 1, maxWidth: 3 })
    if (atFirst.current) opened.fromData(fromStrokes(atFirst.current, size))
    opened.addEventListener('endStroke', () => {
      const strokes = strokesOf(opened)
      const isDrawn = lengthOf(strokes) >= INK_MIN_PX
      setOnlyTouched(!isDrawn)
      if (isDrawn) tell.current({ strokes, ...size })
    })
    // Turned to be signed on, the field is another: the ink has to be where the finger is.
    const watching = new ResizeObserver(() => {
      const { width, height } = field.getBoundingClientRect()
      if (width === size.width && height === size.height) return
      const drawn = { strokes: strokesOf(opened), ...size }
      size = fit(field)
      opened.fromData(fromStrokes(drawn, size))
    })
    watching.observe(field)
    pad.current = opened
    setReady(true)
    return () => {
      watching.disconnect()
      opened.off()
      pad.current = undefined
    }
  }, [])

  return (
    <div className="signature-field">
      <p className="quiet">{ready ? text.signHere : text.opening}</p>
      <canvas ref={canvas} aria-label={label} data-ready={ready} />
      <div className="signature-foot">
        {signed && <Notice tone="green">{text.signed}</Notice>}
        {!signed && onlyTouched && <Notice tone="yellow">{text.onlyTouched}</Notice>}
        <Button
          icon="undo"
          disabled={!signed && !onlyTouched}
          onClick={() => {
            pad.current?.clear()
            setOnlyTouched(false)
            if (signed) onChange(undefined)
          }}
        >
          {text.clear}
        </Button>
      </div>
    </div>
  )
}

/** A drop of rain or a thumb leaves a dot, and nobody has signed. */
const INK_MIN_PX = 24

/** As many dots as the screen has, and told how large that is. */
function fit(field: HTMLCanvasElement): { readonly width: number; readonly height: number } {
  const { width, height } = field.getBoundingClientRect()
  const ratio = Math.max(1, window.devicePixelRatio)
  field.width = width * ratio
  field.height = height * ratio
  field.getContext('2d')?.scale(ratio, ratio)
  return { width, height }
}

function lengthOf(strokes: Signed['strokes']): number {
  const lengths = strokes.flatMap((points) =>
    points.slice(1).map(({ x, y }, i) => Math.hypot(x - points[i]!.x, y - points[i]!.y)),
  )
  return lengths.reduce((sum, length) => sum + length, 0)
}

function strokesOf(pad: SignaturePad): Signed['strokes'] {
  return pad
    .toData()
    .map(({ points }) =>
      points.map(({ x, y, time, pressure }) => ({ x, y, time, pressure: clamp(pressure) })),
    )
    .filter((stroke) => stroke.length > 0)
}

/** Drawn again on a field of another size: the signature fits into it. */
function fromStrokes({ strokes, width, height }: Signed, field: { width: number; height: number }) {
  const scale = Math.min(field.width / width, field.height / height, 1)
  return strokes.map((points) => ({
    points: points.map((point) => ({ ...point, x: point.x * scale, y: point.y * scale })),
    dotSize: 0,
    minWidth: 1,
    maxWidth: 3,
    penColor: '#16202e',
    velocityFilterWeight: 0.7,
    compositeOperation: 'source-over' as const,
  }))
}

function clamp(pressure: number): number {
  return Math.min(1, Math.max(0, pressure || 0))
}
