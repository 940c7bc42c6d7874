import * as v from 'valibot'
import { CSRF_HEADER } from '#shared/desk/desk-wire'
import { SessionAnswerSchema, type SessionAnswer } from '#shared/desk/desk-session-wire'
import { err, ok, type Result } from '#shared/result'
import { refusalFromBody, type DeskRefusal } from './desk-refusal.ts'

export type Method = 'POST' | 'PUT' | 'PATCH' | 'DELETE'
export type Answered<Value> = Promise<Result<Value, DeskRefusal>>

export interface DeskClient {
  /** Reads; the answer is checked against its schema before anybody sees it. */
  readonly get: <S extends v.GenericSchema>(
    path: string,
    answer: S,
    signal?: AbortSignal,
  ) => Answered<v.InferOutput<S>>
  /** Changes something; carries the session's own mark, without which the server does nothing. */
  readonly send: <S extends v.GenericSchema>(
    method: Method,
    path: string,
    body: unknown,
    answer: S,
  ) => Answered<v.InferOutput<S>>
  /** Who is signed in, asked of the server without offering to sign in. */
  readonly readSession: () => Answered<SessionAnswer>
  /** What setup and sign-in answered: from now on requests carry it. */
  readonly keepSession: (session: SessionAnswer | undefined) => void
}

export interface DeskClientDeps {
  readonly fetch: (path: string, init: RequestInit) => Promise<Response>
  /** Asks the person to sign in again, over what they were doing; false when they would rather leave. */
  readonly signInAgain: () => Promise<boolean>
}

/** No answer within this time counts as no network: a request that hangs would keep a person waiting without a word. */
const READ_TIMEOUT_MS = 30_000
/** Longer for what goes up: an import of 16 MB over a village's line. */
const SEND_TIMEOUT_MS = 300_000

/**
 * The desk's way to the server. A session that ran out is not a failure: the person signs in again over the screen and
 * the same request goes out once more, so nothing typed is lost.
 */
export function createDeskClient({ fetch, signInAgain }: DeskClientDeps): DeskClient {
  let csrf = ''

  async function ask(path: string, init: RequestInit): Answered<unknown> {
    try {
      const timeout = AbortSignal.timeout(init.method ? SEND_TIMEOUT_MS : READ_TIMEOUT_MS)
      const signal = init.signal ? AbortSignal.any([init.signal, timeout]) : timeout
      const response = await fetch(path, {
        ...init,
        signal,
        credentials: 'same-origin',
        cache: 'no-store',
        headers: {
          accept: 'application/json',
          ...(init.body !== undefined && { 'content-type': 'application/json' }),
          ...(init.method && csrf !== '' && { [CSRF_HEADER]: csrf }),
        },
      })
      const body = response.status === 204 ? null : ((await response.json()) as unknown)
      return response.ok ? ok(body) : err(refusalFromBody(body))
    } catch (error) {
      return err({ kind: error instanceof SyntaxError ? 'unreadable' : 'offline' })
    }
  }

  async function askSignedIn(path: string, init: RequestInit): Answered<unknown> {
    const first = await ask(path, init)
    if (first.ok || first.error.kind !== 'refused') return first
    if (first.error.reason === 'no-csrf') {
      const session = await readSession()
      return session.ok ? ask(path, init) : session
    }
    if (first.error.reason !== 'no-token') return first
    return (await signInAgain()) ? ask(path, init) : err({ kind: 'signed-out' })
  }

  async function readSession(): Answered<SessionAnswer> {
    const session = readAs(SessionAnswerSchema, await ask('/api/desk/session', {}))
    if (session.ok) csrf = session.value.csrf
    return session
  }

  return {
    get: async (path, answer, signal) => readAs(answer, await askSignedIn(path, { signal: signal ?? null })),
    send: async (method, path, body, answer) =>
      readAs(
        answer,
        await askSignedIn(path, { method, ...(body !== undefined && { body: JSON.stringify(body) }) }),
      ),
    readSession,
    keepSession: (session) => {
      csrf = session?.csrf ?? ''
    },
  }
}

function readAs<S extends v.GenericSchema>(
  schema: S,
  answer: Result<unknown, DeskRefusal>,
): Result<v.InferOutput<S>, DeskRefusal> {
  if (!answer.ok) return answer
  const read = v.safeParse(schema, answer.value)
  return read.success ? ok(read.output) : err({ kind: 'unreadable' })
}
