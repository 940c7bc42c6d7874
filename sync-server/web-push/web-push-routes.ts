import { readFileSync } from 'node:fs'
import { Hono, type Context } from 'hono'
import * as v from 'valibot'
import type { CaseFileId } from '#shared/case-file/case-file'
import { parseTrackCode } from '#shared/request/track-code'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import { createAddressLimits } from '../help/address-limits.ts'
import { caseFileOfCode } from '../help/read-track.ts'
import type { WrongCodes } from '../help/wrong-codes.ts'
import type { AppEnv } from '../http/app-env.ts'
import { readJsonBody } from '../http/read-body.ts'
import { refuse } from '../http/refuse.ts'
import { chooseLanguage } from '../public/choose-language.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { isPushReader } from './encrypt-push.ts'
import {
  PushEndpointSchema,
  PushSubscriptionSchema,
  pushIdOf,
  readSubscription,
  sealSubscription,
  type ToldSchema,
} from './push-subscription.ts'
import { refuseTelling, type TellRefusal } from './refuse-telling.ts'
import type { WebPush } from './web-push.ts'

export interface WebPushRoutesDeps {
  readonly reader: Reader
  readonly writer: Writer
  readonly keys: SealKeys
  readonly now: () => Instant
  readonly webPush: WebPush | undefined
  readonly wrongCodes: WrongCodes
}

const BYTES_MAX = 4_096
/** Of one address in an hour: a village may share one. */
const TURNED_ON_MAX = 40

const WORKER = readFileSync(new URL('notify-worker.js', import.meta.url), 'utf8')

/**
 * A browser that shows its owner each new step. Whoever knows the code may turn it on and off: it is in the path, so that
 * no page that does not know it can.
 */
export function webPushRoutes(deps: WebPushRoutesDeps) {
  const limitOfTurningOn = createAddressLimits(60, () => deps.now())

  /** The case file of the code, and what was sent; or why not. */
  async function read(c: Context<AppEnv>): Promise<Asked | TellRefusal | Response> {
    if (c.req.header('sec-fetch-site') === 'cross-site') return refuse(c, { kind: 'no-csrf' })
    if (!deps.webPush) return { kind: 'not-here' }
    const shutMinutes = deps.wrongCodes.waitOf(c.env?.incoming)
    if (shutMinutes !== undefined) return { kind: 'too-many', waitMinutes: shutMinutes }
    const code = parseTrackCode(c.req.param('code') ?? '')
    const caseFileId = code === undefined ? undefined : caseFileOfCode(deps.reader, code)
    if (caseFileId === undefined) {
      const waitMinutes = deps.wrongCodes.note(c.env?.incoming)
      return waitMinutes === undefined ? { kind: 'no-code' } : { kind: 'too-many', waitMinutes }
    }
    const body = await readJsonBody(c, BYTES_MAX)
    if (!body.ok) return refuse(c, body.error)
    return { caseFileId, webPush: deps.webPush, body: body.value }
  }
  const isAsked = (it: Asked | TellRefusal | Response): it is Asked => 'caseFileId' in it
  const turnAway = (c: Context, it: TellRefusal | Response) =>
    it instanceof Response ? it : refuseTelling(c, it)
  const answer = (c: Context, isOn: boolean) => {
    c.header('cache-control', 'no-store')
    return c.json({ isOn } satisfies v.InferOutput<typeof ToldSchema>)
  }

  return new Hono<AppEnv>()
    .get('/ho-so/bao.js', (c) =>
      c.body(WORKER, 200, { 'content-type': 'text/javascript; charset=utf-8', 'cache-control': 'no-cache' }),
    )
    .post('/ho-so/:code/bao', async (c) => {
      const asked = await read(c)
      if (!isAsked(asked)) return turnAway(c, asked)
      const { caseFileId, webPush, body } = asked
      if (v.is(PushEndpointSchema, body)) {
        const pushId = pushIdOf(deps.keys, caseFileId, body.endpoint)
        return answer(c, readSubscription(deps, caseFileId, pushId) !== undefined)
      }
      const given = v.safeParse(PushSubscriptionSchema, body)
      if (!given.success) return refuseTelling(c, { kind: 'unreadable' })
      const { endpoint, keys } = given.output
      if (!webPush.isKnownService(endpoint)) return refuseTelling(c, { kind: 'service-unknown' })
      const [p256dh, auth] = [keys.p256dh, keys.auth].map((it) => Buffer.from(it, 'base64url'))
      if (!isPushReader({ p256dh: p256dh!, auth: auth! })) return refuseTelling(c, { kind: 'unreadable' })
      const waitMinutes = limitOfTurningOn.take(c.env?.incoming, TURNED_ON_MAX)
      if (waitMinutes !== undefined) return refuseTelling(c, { kind: 'too-many', waitMinutes })
      const language = chooseLanguage(c.req.query('lang'), c.req.header('accept-language'))
      const sealed = sealSubscription(deps.keys, caseFileId, { endpoint, keys, language })
      const pushId = pushIdOf(deps.keys, caseFileId, endpoint)
      await deps.writer.write('putPushSubscription', { caseFileId, pushId, sealed, at: deps.now() })
      return answer(c, true)
    })
    .delete('/ho-so/:code/bao', async (c) => {
      const asked = await read(c)
      if (!isAsked(asked)) return turnAway(c, asked)
      const { caseFileId, body } = asked
      if (!v.is(PushEndpointSchema, body)) return refuseTelling(c, { kind: 'unreadable' })
      const pushId = pushIdOf(deps.keys, caseFileId, body.endpoint)
      await deps.writer.write('dropPushSubscription', { caseFileId, pushId })
      return answer(c, false)
    })
}

interface Asked {
  readonly caseFileId: CaseFileId
  readonly webPush: WebPush
  readonly body: unknown
}
