import type { Tick } from '#shared/case-file/case-file'
import type { LifeStep } from '#shared/case-file/life'
import type { PublicationHindrance } from '#shared/desk/desk-publication-wire'
import type { Instant } from '#shared/time/time'

interface Standing {
  readonly step: LifeStep
  readonly tick: Tick | null
  readonly tickUntil: Instant | null
  readonly mergedInto: string | null
}

/** Why this case file cannot be published now; undefined when it can. */
export function hindranceOf(
  { step, tick, tickUntil, mergedInto }: Standing,
  at: Instant,
): PublicationHindrance | undefined {
  if (mergedInto !== null) return 'merged'
  if (step === 'refused') return 'refused'
  const isGreen = tick === 'green' && (tickUntil === null || tickUntil >= at)
  return isGreen ? undefined : 'not-green'
}
