import type { Fact } from '#shared/sync/fact'
import type { Gathered } from '../movement/append.ts'
import type { ReadableFact } from '../movement/incoming-fact.ts'

export const HANDOVER_FACTS = [
  'handover',
  'handover-confirmed',
  'handover-corrected',
] as const satisfies readonly Fact['kind'][]
export type HandoverFactKind = (typeof HANDOVER_FACTS)[number]

export function isOfHandover(kind: Fact['kind']): kind is HandoverFactKind {
  return (HANDOVER_FACTS as readonly string[]).includes(kind)
}

/** Notes which handover a fact speaks of; how that stands is worked out once for all facts of the commit. */
export function collectHandover(
  { rows, handoverIds }: Pick<Gathered, 'rows' | 'handoverIds'>,
  seq: number,
  fact: Pick<ReadableFact, 'factKind' | 'body'>,
): void {
  const id = handoverOf(fact)
  handoverIds.add(id)
  if (fact.factKind !== 'handover') rows.handoverNote.push([id, seq])
}

/** The handover that a fact is, confirms or corrects. */
export function handoverOf({ factKind, body }: Pick<ReadableFact, 'factKind' | 'body'>): string {
  const { id, handoverId, correctsId } = JSON.parse(body) as Readonly<Record<string, string>>
  return (factKind === 'handover' ? id : factKind === 'handover-confirmed' ? handoverId : correctsId)!
}
