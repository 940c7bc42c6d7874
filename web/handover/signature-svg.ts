import type { Signed } from './personal-input.ts'

/** The signature as a drawing that needs nothing else: one path a stroke; a touch without a move is a dot. */
export function signatureSvg({ strokes, width, height }: Signed): string {
  const paths = strokes.map((stroke) => {
    const points = stroke.length === 1 ? [stroke[0]!, stroke[0]!] : stroke
    return `<path d="M${points.map(({ x, y }) => `${round(x)} ${round(y)}`).join('L')}"/>`
  })
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${round(width)} ${round(height)}" fill="none" ` +
    `stroke="#16202e" stroke-width="2.5" stroke-linecap="round" stroke-linejoin="round">${paths.join('')}</svg>`
  )
}

function round(value: number): number {
  return Math.round(value * 10) / 10
}
