import { instantFromMs, msFromInstant, DAY_MS, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import type { ServerLog } from '../http/server-log.ts'
import type { Persons } from '../person/persons.ts'
import { signatureOf } from '../request/hook-route.ts'
import { readContact } from '../request/request-contact.ts'
import { trackCodeFor } from '../request/track-codes.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { messageText } from './message-text.ts'

/** Where messages go: any gateway that takes a signed POST. */
export interface MessageGateway {
  readonly url: string
  readonly secret: string
}
export interface Messenger {
  /** Resolves when nothing more is due. */
  look(): Promise<void>
  close(): Promise<void>
}
interface MessengerDeps {
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly keys: SealKeys
  readonly persons: Pick<Persons, 'read'>
  readonly log: ServerLog
  readonly now: () => Instant
  readonly gateway: MessageGateway | undefined
  /** How people reach this server, for the link in a message. */
  readonly publicUrl: string | undefined
}

const LOOKED_EVERY_MS = 15_000
const AT_ONCE = 20
const TIMEOUT_MS = 10_000
/** What waited longer, as while there was no gateway, is no news any more. */
const NEWS_DAYS = 3

/** Tells those who left a number of each new step: once, and again later when the gateway does not answer. */
export function createMessenger(deps: MessengerDeps): Messenger {
  const { reader, writer, keys, persons, log, now, gateway, publicUrl } = deps
  const stopped = new AbortController()
  let working: Promise<void> | undefined
  const timer = gateway && setInterval(() => void look(), LOOKED_EVERY_MS)
  timer?.unref()

  function look(): Promise<void> {
    if (!gateway) return Promise.resolve()
    working ??= work(gateway)
      .catch((error: unknown) => log.error('messages', {}, error))
      .finally(() => (working = undefined))
    return working
  }

  async function work(to: MessageGateway): Promise<void> {
    for (;;) {
      const due = readDue()
      if (due.length === 0 || stopped.signal.aborted) return
      for (const message of due) {
        const isOld = message.at < instantFromMs(msFromInstant(now()) - NEWS_DAYS * DAY_MS)
        const isSent = isOld || (await send(to, message))
        await writer.write('noteSending', { id: message.id, isSent, at: now() })
      }
    }
  }

  function readDue() {
    return reader.all(
      reader.query
        .selectFrom('message')
        .select(['id', 'caseFileId', 'step', 'at'])
        .where('dueAt', 'is not', null)
        .where('dueAt', '<=', now())
        .orderBy('dueAt')
        .limit(AT_ONCE),
    )
  }

  /** True also when there is nobody to tell and nothing to say. The gateway knows a message it had before by its id. */
  async function send(to: MessageGateway, { id, caseFileId, step }: ReturnType<typeof readDue>[number]) {
    const text = messageText(step, trackCodeFor(keys, caseFileId), publicUrl)
    if (text === undefined) return true
    const contact = readContact({ reader, keys }, caseFileId)
    const household = contact?.requester
      ? undefined
      : await persons.read(caseFileId, { by: {}, why: 'message' })
    const phone =
      contact?.requester?.phone ?? (household?.ok ? household.value?.persons[0]?.phone : undefined)
    if (!phone) return true
    const body = JSON.stringify({ id, to: phone, text, step })
    const timestamp = String(Math.floor(msFromInstant(now()) / 1_000))
    try {
      const answer = await fetch(to.url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'x-kho-timestamp': timestamp,
          'x-kho-signature': signatureOf(to.secret, timestamp, body),
        },
        body,
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopped.signal]),
      })
      await answer.body?.cancel()
      return answer.ok
    } catch {
      return false
    }
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
