import type { Instant } from '../time/time.ts'
import { tickAtInstant } from './case-file.ts'
import { CASE_EVENT_KINDS, type CaseEvent, type CaseLife, type LifeStep } from './life.ts'
import { whatStands } from './what-stands.ts'

/** The order in which things happened, whatever the order in which they became known. */
export function inOrder(events: readonly CaseEvent[]): CaseEvent[] {
  return events.toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : rank(a) - rank(b)))
}

const rankByKind = new Map<string, number>(CASE_EVENT_KINDS.map((kind, rank) => [kind, rank]))
function rank({ kind }: CaseEvent): number {
  return rankByKind.get(kind)!
}

/** Undefined for events of something that nobody has told of yet. */
export function foldLife(events: readonly CaseEvent[]): CaseLife | undefined {
  const ordered = whatStands(inOrder(events))
  const first = ordered.find((event) => event.kind === 'received')
  if (!first) return undefined
  const { source, code, body, trackHash = null } = first.detail
  const start: CaseLife = {
    caseFileId: first.caseFileId,
    code,
    source,
    receivedAt: first.at,
    step: 'survey',
    since: first.at,
    body,
    routedTo: null,
    surveyedBy: null,
    doubts: null,
    tick: null,
    tickUntil: null,
    trackHash,
  }
  return ordered.reduce(apply, start)
}

function apply(life: CaseLife, event: CaseEvent): CaseLife {
  const step = stepAfter(life, event)
  const moved = step === life.step ? life : { ...life, step, since: event.at }
  switch (event.kind) {
    case 'changed':
      return { ...moved, body: event.detail.body }
    case 'assigned':
      return { ...moved, routedTo: event.detail.staffId }
    case 'surveyed':
      return { ...moved, surveyedBy: event.by, doubts: null, body: event.detail.body ?? moved.body }
    case 'pre-checked':
      return { ...moved, doubts: event.detail.doubts.length }
    case 'ticked':
    case 'withdrawn':
      return { ...moved, tick: event.detail.tick, tickUntil: event.detail.until }
    default:
      return moved
  }
}

/** Where a case file stands, and the tick that holds. */
export type Standing = Pick<CaseLife, 'step' | 'tick' | 'tickUntil'>

/** Where a case file stands after an event; most leave it where it is. */
export function stepAfter({ step, ...tick }: Standing, event: CaseEvent): LifeStep {
  switch (event.kind) {
    case 'surveyed':
      return step === 'survey' || step === 'refused' ? 'verification' : step
    case 'ticked':
    case 'withdrawn':
      return stepAfterTick(step, event.detail.tick)
    case 'published':
      return isBefore(step, 'published') ? 'published' : step
    case 'planned':
    case 'dispatched':
      return step === 'help' ? 'help' : 'planned'
    case 'departed':
    case 'handed-over':
      return 'help'
    case 'confirmed':
      return 'confirmed'
    case 'returned':
      if (step === 'refused') return step
      return isGreen(tick, event.at) ? 'published' : 'verification'
    case 'refused':
      return 'refused'
    default:
      return step
  }
}

/** Goods that come back find help open only while somebody answers for it. */
function isGreen({ tick, tickUntil }: Omit<Standing, 'step'>, at: Instant): boolean {
  return tick !== null && tickAtInstant({ tick, tickUntil }, at) === 'green'
}

/** Green opens the way for help, another tick closes it; what is on its way already goes on. */
function stepAfterTick(step: LifeStep, tick: 'green' | 'yellow' | 'red'): LifeStep {
  if (tick === 'green') return isBefore(step, 'published') ? 'published' : step
  if (step === 'published') return 'verification'
  return tick === 'yellow' && isBefore(step, 'published') ? 'verification' : step
}

function isBefore(step: LifeStep, published: 'published'): boolean {
  return step !== published && ['survey', 'verification', 'refused'].includes(step)
}
