import { err, ok, type Result } from '../result.ts'
import type { Movement, MovementId } from './movement.ts'
import { signedHead, type Signature } from './signature.ts'

export type ReversalRefusal =
  | { readonly kind: 'reason-missing' }
  | { readonly kind: 'reverses-a-reversal' }
  | { readonly kind: 'already-reversed'; readonly reversalId: MovementId }
  | { readonly kind: 'other-warehouse' }

export interface ReversalRequest {
  readonly undone: Movement
  /** Why, in words; it stands in the note and never names a person. */
  readonly reason: string
  /** The reversal that this tablet already knows of, if any. */
  readonly reversedById?: MovementId | undefined
}

const NOTE_LENGTH_MAX = 500

/**
 * A movement that takes the goods of another back the way they came: from and to are swapped, so that both together
 * move nothing. Nothing is edited, nothing deleted. A wrong reversal is put right by recording the movement anew.
 */
export function draftReversal(
  { undone, reason, reversedById }: ReversalRequest,
  signature: Signature,
): Result<Movement, ReversalRefusal> {
  const note = reason.trim().slice(0, NOTE_LENGTH_MAX)
  if (note === '') return err({ kind: 'reason-missing' })
  if (undone.kind === 'reversal') return err({ kind: 'reverses-a-reversal' })
  if (undone.warehouseId !== signature.warehouseId) return err({ kind: 'other-warehouse' })
  if (reversedById !== undefined) return err({ kind: 'already-reversed', reversalId: reversedById })

  return ok({
    ...signedHead(signature),
    kind: 'reversal',
    lines: undone.lines.map((line) => ({ ...line, fromId: line.toId, toId: line.fromId })),
    reversesId: undone.id,
    note,
  })
}
