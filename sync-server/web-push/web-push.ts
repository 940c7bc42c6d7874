import { createHash } from 'node:crypto'
import { DAY_MS, type Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import { stepSentence } from '../message/message-text.ts'
import { NEWS_DAYS, TIMEOUT_MS, type MessageWay } from '../message/message-way.ts'
import { toldBefore } from '../message/told-before.ts'
import { trackCodeFor } from '../request/track-codes.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { encryptPush } from './encrypt-push.ts'
import { isKnownPushService } from './push-services.ts'
import { readSubscription, type KeptSubscription } from './push-subscription.ts'
import { createVapid } from './vapid.ts'

/** Messages in the browsers of those who asked. */
export interface WebPush {
  /** What browsers need to subscribe. */
  readonly publicKey: string
  readonly way: MessageWay
  isKnownService(endpoint: string): boolean
}
export interface WebPushDeps {
  readonly reader: Reader
  readonly writer: Pick<Writer, 'write'>
  readonly keys: SealKeys
  readonly now: () => Instant
  /** Whom push services may ask about this server. */
  readonly publicUrl: string | undefined
  /** Beyond the known ones; for tests. */
  readonly pushOrigins: readonly string[] | undefined
}

/** Undefined where nobody can have it: browsers subscribe on pages with HTTPS alone. */
export function createWebPush(deps: WebPushDeps): WebPush | undefined {
  const { reader, writer, keys, now, publicUrl, pushOrigins } = deps
  if (!publicUrl?.startsWith('https://')) return undefined
  const vapid = createVapid(keys, publicUrl)
  const isKnownService = (endpoint: string) => isKnownPushService(endpoint, pushOrigins)

  async function post(
    { endpoint, keys: { p256dh, auth } }: KeptSubscription,
    {
      text,
      topic,
      stopped,
    }: { readonly text: string; readonly topic: string; readonly stopped: AbortSignal },
  ): Promise<number | undefined> {
    const to = { p256dh: Buffer.from(p256dh, 'base64url'), auth: Buffer.from(auth, 'base64url') }
    const answer = await fetch(endpoint, {
      method: 'POST',
      redirect: 'error',
      headers: {
        authorization: vapid.authorization(endpoint, now()),
        'content-type': 'application/octet-stream',
        'content-encoding': 'aes128gcm',
        ttl: String((NEWS_DAYS * DAY_MS) / 1_000),
        topic,
      },
      body: encryptPush(to, text),
      signal: AbortSignal.any([AbortSignal.timeout(TIMEOUT_MS), stopped]),
    }).catch(() => undefined)
    await answer?.body?.cancel()
    return answer?.status
  }

  const way: MessageWay = {
    kind: 'push',
    async send(message, stopped) {
      const { id, caseFileId, step, pushId } = message
      const sentence = stepSentence(step)
      const kept = pushId === null ? undefined : readSubscription({ reader, keys }, caseFileId, pushId)
      if (!sentence || !kept || pushId === null || !isKnownService(kept.endpoint)) return true
      const isTold = toldBefore(reader, message).some(
        (it) =>
          it.pushId !== null &&
          readSubscription({ reader, keys }, it.caseFileId, it.pushId)?.endpoint === kept.endpoint,
      )
      if (isTold) return true
      // The service keeps one message of a topic and the browser shows one of a tag: sent again, it is the same.
      const topic = createHash('sha256').update(id).digest('base64url').slice(0, 32)
      const path = `/ho-so/${trackCodeFor(keys, caseFileId)}`
      const text = JSON.stringify({ text: sentence[kept.language], path, tag: topic })
      const status = await post(kept, { text, topic, stopped })
      const isGone = status === 404 || status === 410
      if (isGone) await writer.write('dropPushSubscription', { caseFileId, pushId })
      return isGone || (status !== undefined && status >= 200 && status < 300)
    },
  }
  return { publicKey: vapid.publicKey, way, isKnownService }
}
