import type { CaseEvent } from './life.ts'

/**
 * Without what turned out not to be so, given and answered in the order in which things happened: a consignment that
 * was taken off its trip again, goods whose dispatch was taken back, and a departure noted only after the handover.
 */
export function whatStands(ordered: readonly CaseEvent[]): CaseEvent[] {
  const undone = new Set(ordered.flatMap((it) => (it.kind === 'taken-off' ? it.detail.undoes : [])))
  const dispatched = new Set(
    ordered.flatMap((it) => (it.kind === 'dispatched' ? (it.detail.consignmentId ?? []) : [])),
  )
  const over = new Set<string>()
  return ordered.filter((event) => {
    if (event.kind === 'confirmed' || event.kind === 'returned') {
      const { tripId, consignmentId } = event.detail
      over.add(`${tripId} ${consignmentId}`)
    }
    if (event.kind !== 'planned' && event.kind !== 'departed') return true
    const { tripId, consignmentId } = event.detail
    if (undone.has(event.id)) return false
    if (consignmentId === undefined) return true
    return dispatched.has(consignmentId) && !over.has(`${tripId} ${consignmentId}`)
  })
}
