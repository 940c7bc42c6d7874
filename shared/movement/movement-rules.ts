import { locationKind, type LocationKind } from '../location/location.ts'
import type { Movement, MovementKind } from './movement.ts'

/** Which kinds of location goods may leave and reach, per kind of movement. A reversal swaps what it undoes, so any pair is right. */
const PAIRS: Record<Exclude<MovementKind, 'reversal'>, readonly (readonly [LocationKind, LocationKind])[]> = {
  intake: [['donor', 'shelf']],
  dispatch: [['shelf', 'transit']],
  transfer: [['shelf', 'shelf']],
  delivery: [['transit', 'case-file']],
  'give-back': [
    ['transit', 'shelf'],
    ['case-file', 'shelf'],
  ],
  disposal: [
    ['shelf', 'loss'],
    ['transit', 'loss'],
  ],
  adjustment: [
    ['adjustment', 'shelf'],
    ['shelf', 'adjustment'],
  ],
}

export type MovementFormRefusal =
  | { readonly kind: 'wrong-places'; readonly line: number }
  | { readonly kind: 'reverses-missing' }

/** The form of a movement beyond its shape: a rule of stock that no fact elsewhere could change. */
export function refuseMovementForm(movement: Movement): MovementFormRefusal | undefined {
  if (movement.kind === 'reversal') {
    return movement.reversesId === undefined ? { kind: 'reverses-missing' } : undefined
  }
  const pairs = PAIRS[movement.kind]
  const line = movement.lines.findIndex(({ fromId, toId }) => {
    const from = locationKind(fromId)
    const to = locationKind(toId)
    return !pairs.some((pair) => pair[0] === from && pair[1] === to)
  })
  return line === -1 ? undefined : { kind: 'wrong-places', line }
}
