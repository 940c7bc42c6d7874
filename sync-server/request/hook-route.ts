import { Hono } from 'hono'
import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import { HookRequestSchema, type HookReceipt } from '#shared/request/hook-wire'
import { msFromInstant } from '#shared/time/time'
import { equalSecrets } from '../access/secret.ts'
import { invalidField, type DeskRefusal } from '../desk/desk-refusal.ts'
import { SENTENCE_BY_FIELD } from '../desk/field-sentences.ts'
import { parseFields } from '../desk/parse-desk.ts'
import { refuseDesk } from '../desk/refuse-desk.ts'
import type { AppEnv } from '../http/app-env.ts'
import { publicOrigin } from '../http/public-origin.ts'
import { readTextBody } from '../http/read-body.ts'
import { refuse } from '../http/refuse.ts'
import { readHookSecret } from './hook-jobs.ts'
import { receiveHelpRequest, type HelpRequestRefusal, type RequestDeps } from './receive-help-request.ts'

const BYTES_MAX = 65_536
/** How far the sender's clock may be off, and how long a request that somebody copied could be sent again. */
const WINDOW_MS = 5 * 60_000

/** Other systems hand requests in: signed with a shared secret, each once by the sender's own id. See docs/web-hook.md. */
export function hookRoute(deps: RequestDeps) {
  return new Hono<AppEnv>().post('/:name', async (c) => {
    const name = c.req.param('name')
    const read = await readTextBody(c, BYTES_MAX)
    if (!read.ok) return refuse(c, read.error)
    const text = read.value
    const timestamp = c.req.header('x-kho-timestamp') ?? ''
    const secret = readHookSecret(deps, name)
    const isSigned =
      secret !== undefined &&
      equalSecrets(c.req.header('x-kho-signature') ?? '', signatureOf(secret, timestamp, text))
    const isRecent = Math.abs(Number(timestamp) * 1_000 - msFromInstant(deps.now())) <= WINDOW_MS
    // An unknown name, a wrong signature and an old one look the same from outside.
    if (!isSigned || !isRecent) return refuse(c, { kind: 'signature-wrong' })

    const body = parseJson(text)
    if (body === undefined) return refuse(c, { kind: 'malformed' })
    const given = parseFields(body, HookRequestSchema)
    if (!given.ok) return refuseDesk(c, given.error)
    const { id, ...request } = given.value
    const received = await receiveHelpRequest(deps, request, {
      source: 'hook',
      by: `hook:${name}`,
      sent: { id, content: JSON.stringify(request) },
    })
    if (!received.ok) return refuseDesk(c, refusalOf(received.error))
    const { code, trackCode, isKnown } = received.value
    const followUrl = `${publicOrigin(c, deps.publicUrl)}/ho-so/${trackCode}`
    return c.json({ code, trackCode, followUrl } satisfies HookReceipt, isKnown ? 200 : 201)
  })
}

function refusalOf({ kind }: HelpRequestRefusal): DeskRefusal {
  switch (kind) {
    case 'commune-wrong':
      return invalidField('communeCode', SENTENCE_BY_FIELD['communeCode']!)
    case 'id-reused':
      return { kind: 'request-id-reused' }
  }
}

export function signatureOf(secret: string, timestamp: string, body: string): string {
  return `sha256=${createHmac('sha256', secret).update(`${timestamp}.${body}`).digest('hex')}`
}

function parseJson(text: string): unknown {
  try {
    const body: unknown = JSON.parse(text)
    return v.is(v.record(v.string(), v.unknown()), body) ? body : undefined
  } catch {
    return undefined
  }
}
