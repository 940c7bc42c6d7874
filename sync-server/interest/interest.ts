import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { dayInVietnam, type Instant, type LocalDate } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { ServerLog } from '../http/server-log.ts'
import { createDaySalt } from './day-salt.ts'
import type { InterestKind, Visit } from './interest-jobs.ts'

export interface Interest {
  /** Notes a look, if it may count; the answer need not wait for it. */
  see(publicCode: string, visitor: string, mayCount: () => boolean): void
  /** A heart by whoever was given this ticket today; false when it is not theirs. Once more changes nothing. */
  heart(publicCode: string, visitor: string, ticket: string): Promise<boolean>
  hasHeart(publicCode: string, visitor: string): boolean
  /** Proves that the same visitor has had the page today, so that no other page can press for them. */
  ticketFor(publicCode: string, visitor: string): string
  /** Forgets other days. Resolves when that and all looks so far are on disk. */
  look(): Promise<void>
  close(): Promise<void>
}
export interface InterestDeps {
  readonly dataFolder: string
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly log: ServerLog
  readonly now: () => Instant
}

const LOOKED_EVERY_MS = 60_000
/** Looks that wait for the disk, and looks remembered so that they need not ask it; beyond that they are not counted. */
const WAITING_MAX = 10_000
const REMEMBERED_MAX = 100_000

/**
 * Counts visitors of published case files once a day, without knowing them: a visit is an HMAC over what was looked at,
 * address and browser, under the salt of the day. Two case files that one visitor looks at have nothing in common.
 */
export function createInterest({ dataFolder, reader, writer, log, now }: InterestDeps): Interest {
  const salt = createDaySalt(join(dataFolder, 'interest.salt'))
  let today: LocalDate | undefined
  /** The day of which alone something is kept. */
  let keptOn: LocalDate | undefined
  const seen = new Set<string>()
  let waiting: Visit[] = []
  let working: Promise<void> | undefined
  const timer = setInterval(() => void look(), LOOKED_EVERY_MS)
  timer.unref()

  function dayNow(): LocalDate {
    const day = dayInVietnam(now())
    if (day !== today) {
      salt.keepOnly(day)
      seen.clear()
      today = day
    }
    return day
  }
  function sign(what: InterestKind | 'ticket', publicCode: string, visitor: string): Buffer {
    const text = `${what}\n${publicCode}\n${visitor}`
    return createHmac('sha256', salt.of(dayNow())).update(text).digest().subarray(0, 16)
  }
  function visitOf(kind: InterestKind, publicCode: string, visitor: string) {
    return { visit: sign(kind, publicCode, visitor), kind, publicCode, dayOn: dayNow() }
  }

  const isDone = () => waiting.length === 0 && keptOn === dayNow()

  /** One commit at a time: those that come meanwhile share the next. */
  async function write(): Promise<void> {
    try {
      while (!isDone()) {
        const visits = waiting
        waiting = []
        if (visits.length > 0) await writer.write('countVisits', { visits })
        const day = dayNow()
        if (keptOn === day) continue
        await writer.write('forgetVisits', { today: day })
        keptOn = day
      }
    } catch (error) {
      log.error('interest', {}, error)
    } finally {
      // At once, not a turn later: whoever comes in between would wait for the next.
      working = undefined
    }
  }
  function look(): Promise<void> {
    if (!working && !isDone()) working = write()
    return working ?? Promise.resolve()
  }

  return {
    look,
    see(publicCode, visitor, mayCount) {
      const visit = visitOf('view', publicCode, visitor)
      const key = visit.visit.toString('base64url')
      if (seen.has(key) || waiting.length >= WAITING_MAX || !mayCount()) return
      if (seen.size >= REMEMBERED_MAX) seen.clear()
      seen.add(key)
      waiting.push(visit)
      void look()
    },
    async heart(publicCode, visitor, ticket) {
      const given = Buffer.from(ticket, 'base64url')
      const own = sign('ticket', publicCode, visitor)
      if (given.length !== own.length || !timingSafeEqual(given, own)) return false
      await writer.write('countVisits', { visits: [visitOf('heart', publicCode, visitor)] })
      return true
    },
    hasHeart(publicCode, visitor) {
      const visit = sign('heart', publicCode, visitor)
      const { query } = reader
      return (
        reader.get(query.selectFrom('interestVisit').select('dayOn').where('visit', '=', visit)) !== undefined
      )
    },
    ticketFor: (publicCode, visitor) => sign('ticket', publicCode, visitor).toString('base64url'),
    async close() {
      clearInterval(timer)
      await look()
    },
  }
}
