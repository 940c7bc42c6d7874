import type { Movement, MovementLine } from '../movement/movement.ts'

export const REVERSAL_FAULTS = [
  'unknown',
  'reverses-a-reversal',
  'other-warehouse',
  'other-goods',
  'twice',
] as const
/** Why a reversal does not undo what it names: nothing else says that both together move nothing. */
export type ReversalFault = (typeof REVERSAL_FAULTS)[number]

export interface JudgedReversal {
  readonly reversal: Movement
  /** Undefined for the one that stands. */
  readonly fault: ReversalFault | undefined
}

/**
 * All reversals that name one movement, judged together: of those that take back exactly its goods the first stands, by
 * time and id, so that the order of arrival does not matter. Undoing a part is not a reversal. A transfer may be taken
 * back by either side.
 */
export function judgeReversals(
  undone: Movement | undefined,
  reversals: readonly Movement[],
): readonly JudgedReversal[] {
  const inOrder = [...reversals].sort((a, b) =>
    a.occurredAt === b.occurredAt ? compare(a.id, b.id) : compare(a.occurredAt, b.occurredAt),
  )
  let isUndone = false
  return inOrder.map((reversal) => {
    const fault = faultOf(undone, reversal) ?? (isUndone ? 'twice' : undefined)
    isUndone ||= fault === undefined
    return { reversal, fault }
  })
}

function faultOf(undone: Movement | undefined, reversal: Movement): ReversalFault | undefined {
  if (!undone) return 'unknown'
  if (undone.kind === 'reversal') return 'reverses-a-reversal'
  if (undone.warehouseId !== reversal.warehouseId && undone.kind !== 'transfer') return 'other-warehouse'
  const back = reversal.lines.map((line) => ({ ...line, fromId: line.toId, toId: line.fromId }))
  return sumOf(undone.lines) === sumOf(back) ? undefined : 'other-goods'
}

/** Which goods went from where to where, however many lines say so. */
function sumOf(lines: readonly MovementLine[]): string {
  const quantityByWay = new Map<string, number>()
  for (const { lotId, fromId, toId, quantity } of lines) {
    const way = `${lotId}|${fromId}|${toId}`
    quantityByWay.set(way, (quantityByWay.get(way) ?? 0) + quantity)
  }
  return JSON.stringify([...quantityByWay].sort(([a], [b]) => compare(a, b)))
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}
