import type { LeftReason } from '#shared/handover/handover'
import type { HandoverDraftLine } from '../draft/draft.ts'

export type LineChange = Pick<HandoverDraftLine, 'delivered' | 'reason'>

/** Says of one line how much is taken; a reason stands only where something is left. */
export function changeLine(
  lines: readonly HandoverDraftLine[],
  lotId: string,
  change: LineChange,
): HandoverDraftLine[] {
  return lines.map((line) => (line.lotId === lotId ? withChange(line, change) : line))
}

/** All of everything, or nothing of anything with a reason where none was given. */
export function changeAllLines(
  lines: readonly HandoverDraftLine[],
  share: 'all' | 'none',
  otherwise: LeftReason,
): HandoverDraftLine[] {
  return lines.map((line) =>
    share === 'all'
      ? withChange(line, { delivered: line.quantity })
      : withChange(line, { delivered: 0, reason: line.reason ?? otherwise }),
  )
}

function withChange(
  { reason: before, ...line }: HandoverDraftLine,
  { delivered, reason = before }: LineChange,
): HandoverDraftLine {
  const isLeft = delivered !== undefined && delivered < line.quantity
  return {
    ...line,
    ...(delivered !== undefined && { delivered }),
    ...(isLeft && reason !== undefined && { reason }),
  }
}
