import { instantFromMs, msFromInstant, DAY_MS, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { ServerLog } from '../http/server-log.ts'
import { NEWS_DAYS, type DueMessage, type MessageWay } from './message-way.ts'

export interface Messenger {
  /** Resolves when nothing more is due. */
  look(): Promise<void>
  close(): Promise<void>
}
interface MessengerDeps {
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly log: ServerLog
  readonly now: () => Instant
  readonly ways: readonly MessageWay[]
}

const LOOKED_EVERY_MS = 15_000
const AT_ONCE = 20

/** Tells those who want to be told of each new step: once by each way, and again later when it was not taken. */
export function createMessenger({ reader, writer, log, now, ways }: MessengerDeps): Messenger {
  const stopped = new AbortController()
  let working: Promise<void> | undefined
  const timer = ways.length === 0 ? undefined : setInterval(() => void look(), LOOKED_EVERY_MS)
  timer?.unref()

  function look(): Promise<void> {
    working ??= Promise.all(ways.map(work)).then(() => (working = undefined))
    return working
  }

  /** Each way by itself: one that is slow or down holds up no other. */
  async function work(way: MessageWay): Promise<void> {
    try {
      for (;;) {
        const due = readDue(way.kind)
        if (due.length === 0 || stopped.signal.aborted) return
        for (const message of due) {
          const isOld = message.at < instantFromMs(msFromInstant(now()) - NEWS_DAYS * DAY_MS)
          const isSent = isOld || (await way.send(message, stopped.signal))
          await writer.write('noteSending', { id: message.id, isSent, at: now() })
        }
      }
    } catch (error) {
      log.error('messages', { way: way.kind }, error)
    }
  }

  function readDue(kind: MessageWay['kind']): DueMessage[] {
    return reader.all(
      reader.query
        .selectFrom('message')
        .select(['id', 'caseFileId', 'step', 'at', 'pushId'])
        .where('dueAt', 'is not', null)
        .where('dueAt', '<=', now())
        .where('pushId', kind === 'push' ? 'is not' : 'is', null)
        .orderBy('dueAt')
        .limit(AT_ONCE),
    )
  }

  return {
    look,
    async close() {
      clearInterval(timer)
      stopped.abort()
      await working
    },
  }
}
