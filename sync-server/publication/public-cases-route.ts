import { Hono, type Context } from 'hono'
import { parsePublicCode } from '#shared/case-file/public-code'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { AppEnv } from '../http/app-env.ts'
import { createAddressLimits } from '../help/address-limits.ts'
import { readForm } from '../http/read-form.ts'
import type { Interest } from '../interest/interest.ts'
import { isLook, visitorOf } from '../interest/visitor-of.ts'
import { chooseLanguage } from '../public/choose-language.ts'
import { encodeAnswer } from '../public/encode-answer.ts'
import { sendEncoded } from '../public/send-encoded.ts'
import { readPublicCase, readPublicCases, type PublicCasePage } from './read-public-cases.ts'
import { CASE_SECURITY_POLICY } from './render-case-frame.ts'
import { renderNoCase, renderPublicCase, type HeartState } from './render-public-case.ts'
import { renderPublicCases } from './render-public-cases.ts'

export interface PublicCasesDeps {
  readonly reader: Reader
  readonly now: () => Instant
  readonly demo: boolean
  readonly interest: Interest
}

/** Of one address in an hour: a village may share one. */
const VIEWS_MAX = 300
const HEARTS_MAX = 60

/** A moment and a code: where a page of the list begins. */
const BEFORE = /^\d{4}-\d\d-\d\dT[\d:.]{12}Z\w{10}$/

/** Published case files, for everyone, without a script; and a heart for one of them. */
export function publicCasesRoute({ reader, interest, now, demo }: PublicCasesDeps) {
  const limitOfViews = createAddressLimits(60, () => now())
  const limitOfHearts = createAddressLimits(60, () => now())
  const languageOf = (c: Context) => chooseLanguage(c.req.query('lang'), c.req.header('accept-language'))
  const send = (c: Context, page: string) =>
    sendEncoded(c, encodeAnswer(page, 'text/html; charset=utf-8'), {
      vary: 'accept-encoding, accept-language',
      'content-security-policy': CASE_SECURITY_POLICY,
      // What was taken back is gone at once.
      'cache-control': 'private, no-cache',
    })

  return new Hono<AppEnv>()
    .get('/truong-hop', (c) => {
      const asked = c.req.query('truoc')
      const before = asked !== undefined && BEFORE.test(asked) ? asked : undefined
      const found = readPublicCases(reader, { before, at: now() })
      return send(c, renderPublicCases({ language: languageOf(c), ...found, before, demo }))
    })
    .get('/truong-hop/:code', (c) => {
      const found = find(c)
      if (!found) return noCase(c)
      if (isLook(c)) {
        const mayCount = () => limitOfViews.take(c.env?.incoming, VIEWS_MAX) === undefined
        interest.see(found.publicCode, visitorOf(c), mayCount)
      }
      return sendCase(c, found, { isStale: c.req.query('lai') !== undefined })
    })
    .post('/truong-hop/:code/tim', async (c) => {
      const found = find(c)
      if (!found) return noCase(c)
      const waitMinutes = limitOfHearts.take(c.env?.incoming, HEARTS_MAX)
      if (waitMinutes !== undefined) {
        c.status(429)
        return sendCase(c, found, { waitMinutes })
      }
      const ticket = (await readForm(c))?.get('ve') ?? ''
      const isTaken = await interest.heart(found.publicCode, visitorOf(c), ticket)
      const address = `/truong-hop/${found.publicCode}?lang=${languageOf(c)}`
      return c.redirect(`${address}${isTaken ? '' : '&lai=1'}#tim`, 303)
    })

  function find(c: Context): PublicCasePage | undefined {
    const code = parsePublicCode(c.req.param('code') ?? '')
    return code === undefined ? undefined : readPublicCase(reader, code, now())
  }
  function noCase(c: Context) {
    c.header('content-security-policy', CASE_SECURITY_POLICY)
    c.header('cache-control', 'no-store')
    c.header('vary', 'accept-language')
    return c.html(renderNoCase(languageOf(c), demo), 404)
  }
  function sendCase(c: Context<AppEnv>, found: PublicCasePage, state: Omit<HeartState, 'ticket'>) {
    const visitor = visitorOf(c)
    const { publicCode } = found
    const ticket = interest.hasHeart(publicCode, visitor)
      ? undefined
      : interest.ticketFor(publicCode, visitor)
    const language = languageOf(c)
    return send(c, renderPublicCase({ language, found, heart: { ticket, ...state }, demo }))
  }
}
