/** One measured number beside the reference of the same run, and what was asked of it. */
export interface Figure {
  readonly name: string
  readonly value: number
  readonly unit: string
  readonly reference?: { readonly name: string; readonly value: number; readonly unit: string }
  readonly ratio?: number
  readonly target: string
  readonly met: boolean
}

/** `✓ name: 41 ms · 2.7 × a bare put (15 ms) · target p95 ≤ 150 ms` */
export function figureLine({ name, value, unit, reference, ratio, target, met }: Figure): string {
  const measured = `${met ? '✓' : '✗'} ${name}: ${rounded(value)} ${unit}`
  const compared = reference
    ? ` · ${ratio === undefined ? '' : `${rounded(ratio)} × `}${reference.name} (${rounded(reference.value)} ${reference.unit})`
    : ''
  return `${measured}${compared} · target ${target}`
}

function rounded(value: number): string {
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 3
  return value.toLocaleString('en', { maximumFractionDigits: digits })
}
