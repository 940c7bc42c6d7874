import type { CaseFileId } from '#shared/case-file/case-file'
import { normaliseNumber } from '#shared/person/mark'
import { msFromInstant, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Persons } from '../person/persons.ts'
import { signatureOf } from '../request/hook-route.ts'
import { readContact } from '../request/request-contact.ts'
import { trackCodeFor } from '../request/track-codes.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { messageText } from './message-text.ts'
import { TIMEOUT_MS, type MessageWay } from './message-way.ts'
import { toldBefore } from './told-before.ts'

/** Where messages go: any gateway that takes a signed POST. */
export interface MessageGateway {
  readonly url: string
  readonly secret: string
}
interface GatewayDeps {
  readonly reader: Reader
  readonly keys: SealKeys
  readonly persons: Pick<Persons, 'read' | 'openUnseen'>
  readonly now: () => Instant
  /** How people reach this server, for the link in a message. */
  readonly publicUrl: string | undefined
}

/** To the number that somebody left. The gateway knows a message it had before by its id. */
export function gatewayWay(
  { url, secret }: MessageGateway,
  { reader, keys, persons, now, publicUrl }: GatewayDeps,
): MessageWay {
  /** Of another request, to compare with: nobody is shown it. */
  function phoneOf(caseFileId: CaseFileId): string | undefined {
    const requester = readContact({ reader, keys }, caseFileId)?.requester
    if (requester) return requester.phone
    const household = persons.openUnseen(caseFileId)
    return household.ok ? household.value?.persons[0]?.phone : undefined
  }

  return {
    kind: 'gateway',
    async send(message, stopped) {
      const { id, caseFileId, step } = message
      const text = messageText(step, trackCodeFor(keys, caseFileId), publicUrl)
      if (text === undefined) return true
      const contact = readContact({ reader, keys }, caseFileId)
      const household = contact?.requester
        ? undefined
        : await persons.read(caseFileId, { by: {}, why: 'message' })
      const phone =
        contact?.requester?.phone ?? (household?.ok ? household.value?.persons[0]?.phone : undefined)
      if (!phone) return true
      const number = numberOf(phone)
      if (toldBefore(reader, message).some((it) => numberOf(phoneOf(it.caseFileId)) === number)) return true
      const body = JSON.stringify({ id, to: number, text, step })
      const timestamp = String(Math.floor(msFromInstant(now()) / 1_000))
      const answer = await fetch(url, {
        method: 'POST',
        redirect: 'error',
        headers: {
          'content-type': 'application/json',
          'x-kho-timestamp': timestamp,
          'x-kho-signature': signatureOf(secret, timestamp, body),
        },
        body,
        signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopped]),
      }).catch(() => undefined)
      await answer?.body?.cancel()
      return answer?.ok ?? false
    },
  }
}

/** However it was written, with a word behind it too. */
function numberOf(phone: string | undefined): string | undefined {
  return phone === undefined ? undefined : (normaliseNumber('phone', phone) ?? phone)
}
