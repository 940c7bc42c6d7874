import { Hono } from 'hono'
import * as v from 'valibot'
import {
  FACTS_PER_PUSH_MAX,
  PROTOCOL_VERSION,
  PROTOCOL_VERSION_MIN,
  PUSH_BYTES_MAX,
} from '#shared/sync/limits'
import { err, ok, type Result } from '#shared/result'
import { sentenceForFact, type RequestRefusal } from '#shared/sync/refusal'
import { PushRequestSchema, type PushAnswer } from '#shared/sync/wire'
import { msFromInstant, type Instant } from '#shared/time/time'
import type { Writer } from '../database/writer.ts'
import type { DeviceEnv } from '../http/app-env.ts'
import { readJsonBody } from '../http/read-body.ts'
import { refuse } from '../http/refuse.ts'
import type { AppendedFact } from '../movement/incoming-fact.ts'
import { readFacts } from './read-facts.ts'

export interface PushDeps {
  readonly writer: Writer
  readonly now: () => Instant
  /** Called at a named point, so that a test can end the process exactly there. */
  readonly passPoint?: ((point: 'committed-not-answered') => void) | undefined
}

/** Pushes that wait for the disk at most; beyond, devices keep what they have and come back. */
const WAITING_MAX = 500

/** A device hands over its facts. It is answered only once they are on disk, because then it stops resending them. */
export function pushRoute({ writer, now, passPoint }: PushDeps) {
  return new Hono<DeviceEnv>().post('/facts', async (c) => {
    const { device } = c.var
    const body = await readJsonBody(c, PUSH_BYTES_MAX)
    const push = body.ok ? readPush(body.value) : body
    if (!push.ok) return refuse(c, push.error)
    if (writer.waiting >= WAITING_MAX) return refuse(c, { kind: 'busy' })

    const receivedAt = now()
    const facts = readFacts(push.value.facts, device)
    const { results, head } = await writer.write('appendFacts', {
      device,
      receivedAt,
      clockSkewMs: skewOf(c.req.header('x-kho-clock'), receivedAt),
      unsent: Math.max(0, push.value.unsent - push.value.facts.length),
      facts,
    })
    passPoint?.('committed-not-answered')
    return c.json({
      protocol: PROTOCOL_VERSION,
      results: facts.map(({ id }, index) => resultOf(id, results[index]!)),
      head,
      ...(device.revokedAt !== null && { revoked: true }),
    } satisfies PushAnswer)
  })
}

/** Age and size are told before shape: an old client's shape may differ, and each has its own way out. */
function readPush(body: unknown): Result<v.InferOutput<typeof PushRequestSchema>, RequestRefusal> {
  const { protocol, facts } = (body ?? {}) as { protocol?: unknown; facts?: unknown }
  if (typeof protocol === 'number' && protocol < PROTOCOL_VERSION_MIN) {
    return err({ kind: 'too-old', protocolMin: PROTOCOL_VERSION_MIN })
  }
  if (Array.isArray(facts) && facts.length > FACTS_PER_PUSH_MAX) {
    return err({ kind: 'too-many-facts', factsMax: FACTS_PER_PUSH_MAX })
  }
  const push = v.safeParse(PushRequestSchema, body)
  if (push.success) return ok(push.output)
  const field = v.getDotPath(push.issues[0])
  return err({ kind: 'malformed', ...(field !== null && { field }) })
}

function resultOf(id: string | null, appended: AppendedFact): PushAnswer['results'][number] {
  if (typeof appended === 'number') return { id: id!, seq: appended }
  return { id, refused: { ...appended, message: sentenceForFact(appended) } }
}

/** What the device's own clock said when it sent this, less ours. */
function skewOf(clock: string | undefined, receivedAt: Instant): number | undefined {
  const ms = Date.parse(clock ?? '')
  return Number.isNaN(ms) ? undefined : ms - msFromInstant(receivedAt)
}
