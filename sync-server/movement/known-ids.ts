import type { IncomingFact } from './incoming-fact.ts'
import type { LedgerStatements } from './ledger-statements.ts'

export interface KnownIds {
  readonly facts: Set<string>
  readonly movements: Set<string>
}

/**
 * Which ids of the pushes the log has already: asked once for all, since almost always it is none. A movement has the
 * id of its fact, unless a device that lost its outbox numbered it anew.
 */
export function readKnownIds(statements: LedgerStatements, facts: readonly IncomingFact[]): KnownIds {
  const ids = new Set<string>()
  for (const fact of facts) {
    if (fact.kind !== 'readable') continue
    ids.add(fact.id)
    if (fact.movementId !== undefined) ids.add(fact.movementId)
  }
  const list = JSON.stringify([...ids])
  const known = statements.knownFacts.all(list) as { id: string; isMovement: 0 | 1 }[]
  const renumbered = statements.anyRenumbered.get() ? statements.renumbered.all(list) : []
  const movements = [...known.filter(({ isMovement }) => isMovement), ...(renumbered as { id: string }[])]
  return { facts: new Set(known.map(({ id }) => id)), movements: new Set(movements.map(({ id }) => id)) }
}
