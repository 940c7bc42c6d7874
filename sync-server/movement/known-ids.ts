import type { IncomingFact } from './incoming-fact.ts'
import type { LedgerStatements } from './ledger-statements.ts'

export interface KnownIds {
  readonly facts: Set<string>
  readonly movements: Set<string>
}

/** Which ids of a push the log has already: asked once for all, since almost always it is none. */
export function readKnownIds(statements: LedgerStatements, facts: readonly IncomingFact[]): KnownIds {
  const readable = facts.filter((fact) => fact.kind === 'readable')
  const factIds = readable.map(({ id }) => id)
  const movementIds = readable.map(({ movementId }) => movementId).filter((id) => id !== undefined)
  const movements = JSON.stringify(movementIds)
  return {
    facts: readIds(statements.knownFacts.all(JSON.stringify(factIds))),
    movements: readIds(statements.knownMovements.all(movements, movements)),
  }
}

function readIds(rows: readonly unknown[]): Set<string> {
  return new Set((rows as { id: string }[]).map(({ id }) => id))
}
