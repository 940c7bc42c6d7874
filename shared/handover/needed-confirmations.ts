import type { Confirmation, ConfirmationKind, Handover } from './handover.ts'

/**
 * Who has to confirm: always who gave; who received, unless nothing was handed over; and a witness unless the person
 * took the goods themselves and showed their card.
 */
export function neededConfirmations({
  outcome,
  recipient,
  identity,
}: Pick<Handover, 'outcome' | 'recipient' | 'identity'>): ConfirmationKind[] {
  if (outcome === 'none') return ['giver']
  const isCertain = identity === 'card' && recipient === 'self'
  return isCertain ? ['giver', 'recipient'] : ['giver', 'recipient', 'witness']
}

/** The giver's word is a PIN, everybody else's a signature: a name alone confirms nothing. */
export function isProven({ kind, staffId, partHash }: Confirmation): boolean {
  return (kind === 'giver' ? staffId : partHash) !== undefined
}

/** Of confirmations that are proven. */
export function missingConfirmations(
  needed: readonly ConfirmationKind[],
  confirmations: readonly Pick<Confirmation, 'kind'>[],
): ConfirmationKind[] {
  const given = new Set(confirmations.map(({ kind }) => kind))
  return needed.filter((kind) => !given.has(kind))
}
