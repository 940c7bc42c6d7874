import type { CaseFileId } from '#shared/case-file/case-file'
import type { CaseEvent, CaseEventKind } from '#shared/case-file/life'
import { dayInVietnam, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import { membersOf } from '../case-file/case-groups.ts'
import { readEvents } from '../case-file/fold-lives.ts'
import { trackHashOf } from '../request/track-codes.ts'
import { trackOf, type Track } from './track-stages.ts'

/** Undefined for a code that nobody was given. */
export function caseFileOfCode(reader: Reader, code: string): CaseFileId | undefined {
  return readLife(reader, code)?.caseFileId
}

/** Undefined for a code that nobody was given. */
export function readTrack(reader: Reader, code: string): Track | undefined {
  const life = readLife(reader, code)
  if (!life) return undefined
  const { caseFileId, mergedInto, receivedAt } = life
  const events = readAllEvents(reader, mergedInto ?? caseFileId)
  if (mergedInto === null) return trackOf(events, receivedAt)
  // Once somebody has looked and joined the two, the whole way is theirs to see; its days before are not.
  return isJoinedByPeople(reader, caseFileId)
    ? withoutDaysBefore(trackOf(events, events[0]?.at ?? receivedAt), receivedAt)
    : trackOf(events, receivedAt)
}

/** Of the one that stands for all, and the help that is on its way under another of them. */
function readAllEvents(reader: Reader, headId: CaseFileId): CaseEvent[] {
  return membersOf(reader, headId).flatMap((id) => {
    const events = readEvents(reader, id)
    return id === headId ? events : events.filter(({ kind }) => HELP.has(kind))
  })
}

const HELP = new Set<CaseEventKind>([
  'planned',
  'dispatched',
  'departed',
  'taken-off',
  'handed-over',
  'confirmed',
  'returned',
])

/** Whichever of the two was joined with the other. */
function isJoinedByPeople(reader: Reader, caseFileId: CaseFileId): boolean {
  const merges = reader.all(
    reader.query
      .selectFrom('caseMerge')
      .innerJoin('caseEvent', 'caseEvent.id', 'caseMerge.mergeId')
      .select('caseEvent.by')
      .where((merge) => merge.or([merge('oneId', '=', caseFileId), merge('otherId', '=', caseFileId)])),
  )
  return merges.every(({ by }) => by !== null)
}

function readLife(reader: Reader, code: string) {
  return reader.get(
    reader.query
      .selectFrom('caseLife')
      .select(['caseFileId', 'mergedInto', 'receivedAt'])
      .where('trackHash', 'is not', null)
      .where('trackHash', '=', trackHashOf(code)),
  )
}

function withoutDaysBefore(track: Track, receivedAt: Instant): Track {
  const received = dayInVietnam(receivedAt)
  const days = Object.entries(track.onByStage).filter(([, on]) => on >= received)
  return { ...track, onByStage: { ...Object.fromEntries(days), received } }
}
