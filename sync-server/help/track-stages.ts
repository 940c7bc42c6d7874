import { inOrder, stepAfter, type Standing } from '#shared/case-file/fold-life'
import type { CaseEvent, LifeStep, RefusalReason } from '#shared/case-file/life'
import { whatStands } from '#shared/case-file/what-stands'
import { dayInVietnam, type Instant, type LocalDate } from '#shared/time/time'

/** What a requester sees of a life, in its order. */
export const TRACK_STAGES = [
  'received',
  'verifying',
  'verified',
  'prepared',
  'on-the-way',
  'handed-over',
] as const
export type TrackStage = (typeof TRACK_STAGES)[number]

export interface Track {
  readonly stage: TrackStage
  /** Since when each stage up to this one was reached by name; one that was passed over has none. */
  readonly onByStage: Readonly<Partial<Record<TrackStage, LocalDate>>>
  readonly refused: { readonly reason: RefusalReason; readonly on: LocalDate } | undefined
}

/**
 * Where a request is, with days and without anybody. A request that was joined by itself with a case file that was
 * there before tells only what happened since it came in: whoever sent it need not know the rest.
 */
export function trackOf(events: readonly CaseEvent[], since: Instant): Track {
  let standing: Standing = { step: 'survey', tick: null, tickUntil: null }
  let stage: TrackStage = 'received'
  let refused: Track['refused']
  const onByStage: Partial<Record<TrackStage, LocalDate>> = { received: dayInVietnam(since) }
  for (const event of whatStands(inOrder(events))) {
    if (event.kind === 'ticked' || event.kind === 'withdrawn') {
      standing = { ...standing, tick: event.detail.tick, tickUntil: event.detail.until }
    }
    if (event.at < since) continue
    const step = stepAfter(standing, event)
    standing = { ...standing, step }
    const on = dayInVietnam(event.at)
    refused =
      step !== 'refused'
        ? undefined
        : event.kind === 'refused'
          ? { reason: event.detail.reason, on }
          : refused
    const next = stageOf(step, event, stage)
    const isBack = TRACK_STAGES.indexOf(next) < TRACK_STAGES.indexOf(stage)
    if (isBack) forgetFrom(event.kind === 'dispatched' ? next : stageAfter(next))
    stage = next
    onByStage[stage] ??= on
  }
  return { stage, onByStage, refused }

  /** What turned out otherwise, or begins once more, has no day any longer. */
  function forgetFrom(first: TrackStage | undefined): void {
    if (first === undefined) return
    for (const it of TRACK_STAGES.slice(TRACK_STAGES.indexOf(first))) delete onByStage[it]
  }
}

function stageAfter(stage: TrackStage): TrackStage | undefined {
  return TRACK_STAGES[TRACK_STAGES.indexOf(stage) + 1]
}

function stageOf(step: LifeStep, event: CaseEvent, stage: TrackStage): TrackStage {
  switch (step) {
    case 'survey':
      return event.kind === 'assigned' || stage === 'verifying' ? 'verifying' : 'received'
    case 'verification':
      return 'verifying'
    case 'published':
      return 'verified'
    case 'planned':
      return 'prepared'
    case 'help':
      return event.kind === 'handed-over' || stage === 'handed-over' ? 'handed-over' : 'on-the-way'
    case 'confirmed':
      return 'handed-over'
    case 'refused':
      return stage
  }
}
