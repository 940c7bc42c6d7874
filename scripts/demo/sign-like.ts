import type { SignaturePart, Stroke } from '#shared/handover/handover-parts'

const POINTS = 24

/** A line that nobody could read a name in. */
export function signLike(random: () => number): Pick<SignaturePart, 'strokes' | 'svg'> {
  const [height, turns] = [20 + random() * 20, 3 + random() * 3]
  const stroke: Stroke = Array.from({ length: POINTS }, (_, i) => ({
    x: 20 + i * 11,
    y: Math.round(60 + height * Math.sin((i / POINTS) * turns * 2 * Math.PI)),
    time: i * 16,
    pressure: 0.5,
  }))
  const path = stroke.map(({ x, y }) => `${x} ${y}`).join('L')
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 120" fill="none" stroke="#16202e" stroke-width="2.5"><path d="M${path}"/></svg>`
  return { strokes: [stroke], svg }
}
