import type { Sentence } from '#shared/i18n/text'
import { err, ok, type Result } from '#shared/result'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import { ErrorAnswerSchema } from '#shared/sync/wire'
import type { Instant } from '#shared/time/time'
import * as v from 'valibot'

/** Why an attempt came to nothing. Nothing is lost by any of them. */
export type ContactFailure =
  /** No network, or no answer in time. */
  | { readonly kind: 'unreachable' }
  /** Something answered, but with an error of its own or with what cannot be believed. */
  | { readonly kind: 'failing' }
  /** The server asks for time. */
  | { readonly kind: 'busy'; readonly retryAfterMs?: number }
  | { readonly kind: 'revoked' }
  | { readonly kind: 'too-old' }
  /** The request as a whole was turned away, in the server's words. */
  | { readonly kind: 'refused'; readonly reason: { readonly kind: string; readonly message: Sentence } }

export interface ServerClient {
  get(path: string, signal?: AbortSignal): Promise<Result<ServerAnswer, ContactFailure>>
  post(path: string, body: string): Promise<Result<ServerAnswer, ContactFailure>>
  put(
    path: string,
    body: Uint8Array<ArrayBuffer>,
    headers: Readonly<Record<string, string>>,
  ): Promise<Result<ServerAnswer, ContactFailure>>
  /** Whether anything was asked and something answered. */
  readonly hasAnswered: boolean
  /** Set from each answer's Date: how far this tablet's clock runs ahead. */
  readonly clockOffMs: number | undefined
}

export interface ServerAnswer {
  readonly response: Response
  /** Must be called whenever something of the body arrived, or the request is given up. */
  readonly keepWaiting: () => void
  /** Must be called when the body was read to its end. */
  readonly finish: () => void
}

type Sending = Pick<RequestInit, 'method' | 'body' | 'signal'> & {
  readonly headers?: Readonly<Record<string, string>>
}

export interface ServerClientDeps {
  readonly token: string
  readonly now: () => Instant
  /** How long nothing may arrive before an attempt is given up. */
  readonly patienceMs: number
}

export function createServerClient({ token, now, patienceMs }: ServerClientDeps): ServerClient {
  let clockOffMs: number | undefined
  let hasAnswered = false

  async function send(path: string, init: Sending): Promise<Result<ServerAnswer, ContactFailure>> {
    const watch = new AbortController()
    let timer = setTimeout(() => watch.abort(), patienceMs)
    const keepWaiting = () => {
      clearTimeout(timer)
      timer = setTimeout(() => watch.abort(), patienceMs)
    }
    const finish = () => clearTimeout(timer)
    const signal = init.signal ? AbortSignal.any([init.signal, watch.signal]) : watch.signal
    try {
      const response = await fetch(path, {
        ...init,
        cache: 'no-store',
        signal,
        headers: {
          ...init.headers,
          authorization: `Bearer ${token}`,
          'x-kho-protocol': String(PROTOCOL_VERSION),
          'x-kho-clock': now(),
        },
      })
      hasAnswered = true
      clockOffMs = clockOff(response, now()) ?? clockOffMs
      if (response.ok) return ok({ response, keepWaiting, finish })
      const failure = await readFailure(response)
      finish()
      return err(failure)
    } catch {
      finish()
      return err({ kind: 'unreachable' })
    }
  }

  return {
    get: (path, signal) => send(path, signal ? { signal } : {}),
    post: (path, body) =>
      send(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body }),
    put: (path, body, headers) =>
      send(path, {
        method: 'PUT',
        headers: { 'content-type': 'application/octet-stream', ...headers },
        body,
      }),
    get hasAnswered() {
      return hasAnswered
    },
    get clockOffMs() {
      return clockOffMs
    },
  }
}

/** Reads a whole answer of one shape; anything else was no answer of ours. */
export async function readAnswer<Schema extends v.GenericSchema>(
  { response, finish }: ServerAnswer,
  schema: Schema,
): Promise<Result<v.InferOutput<Schema>, ContactFailure>> {
  try {
    const parsed = v.safeParse(schema, await response.json())
    return parsed.success ? ok(parsed.output) : err({ kind: 'failing' })
  } catch {
    return err({ kind: 'failing' })
  } finally {
    finish()
  }
}

/** A status is only believed together with our own error body: a hotel's log-in page also answers 403. */
async function readFailure(response: Response): Promise<ContactFailure> {
  const { status } = response
  const answer = v.safeParse(ErrorAnswerSchema, await response.json().catch(() => undefined))
  if (status === 429 || status === 503) {
    const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
    return { kind: 'busy', ...(seconds >= 0 && { retryAfterMs: seconds * 1000 }) }
  }
  if (!answer.success) return status === 413 ? { kind: 'refused', reason: TOO_LARGE } : { kind: 'failing' }
  const { kind, message } = answer.output.error
  if (status === 401 || status === 403) return { kind: 'revoked' }
  if (status === 426) return { kind: 'too-old' }
  if (status >= 400 && status < 500) return { kind: 'refused', reason: { kind, message } }
  return { kind: 'failing' }
}

/** A balancer in front of the server says only the number. */
const TOO_LARGE = {
  kind: 'too-large',
  message: {
    vi: 'Ghi nhận này lớn quá nên không gửi được. Hãy chia nhỏ rồi ghi lại.',
    en: 'This record is too large to send. Split it and record it again.',
  },
}

function clockOff(response: Response, now: Instant): number | undefined {
  const serverMs = Date.parse(response.headers.get('date') ?? '')
  return Number.isNaN(serverMs) ? undefined : Date.parse(now) - serverMs
}
