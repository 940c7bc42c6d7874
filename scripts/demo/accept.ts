import { assert } from '#shared/assert'
import type { Result } from '#shared/result'

/** The demo asks for nothing that could be refused. */
export function accept<Value>(result: Result<Value, { readonly kind: string }>): Value {
  assert(result.ok, `the demo was refused: ${result.ok ? '' : result.error.kind}`)
  return result.value
}
