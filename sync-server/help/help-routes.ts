import { Hono, type Context } from 'hono'
import type { Language } from '#shared/i18n/text'
import { parseTrackCode } from '#shared/request/track-code'
import { isBusy } from '../database/is-busy.ts'
import type { AppEnv } from '../http/app-env.ts'
import { publicOrigin } from '../http/public-origin.ts'
import { readForm } from '../http/read-form.ts'
import type { ServerLog } from '../http/server-log.ts'
import { chooseLanguage } from '../public/choose-language.ts'
import { receiveHelpRequest, type RequestDeps } from '../request/receive-help-request.ts'
import { renderTell } from '../web-push/render-tell.ts'
import type { WebPush } from '../web-push/web-push.ts'
import { createAddressLimits } from './address-limits.ts'
import { createTicket, readTicket } from './form-ticket.ts'
import { helpSecurityPolicy, PROOF_SCRIPT, renderHelpPage, TELL_SCRIPT, type HelpPage } from './help-frame.ts'
import { parseHelp, readTyped, type HelpFault, type TypedHelp } from './help-form.ts'
import { helpText } from './help-text.ts'
import { readTrack } from './read-track.ts'
import { renderHelpForm, type HelpFormState } from './render-help-form.ts'
import { renderThanks } from './render-thanks.ts'
import { renderAskCode, renderTrack } from './render-track.ts'
import type { Track } from './track-stages.ts'
import { trackText } from './track-text.ts'
import type { WrongCodes } from './wrong-codes.ts'

export interface HelpDeps extends RequestDeps {
  readonly demo: boolean
  readonly log: ServerLog
  readonly wrongCodes: WrongCodes
  /** Undefined where browsers cannot be told. */
  readonly webPush: Pick<WebPush, 'publicKey'> | undefined
}

/** Many times what any request may hold, so that whoever wrote too much gets it back with a word about it. */
const FORM_BYTES_MAX = 262_144
/** Requests of one address in an hour: with the proof of work, and without it. */
const PROVEN_MAX = 20
const UNPROVEN_MAX = 4

/** The pages for people in need: to ask for help, and to follow it. They work without a script and without an account. */
export function helpRoutes(deps: HelpDeps) {
  const limitOfProven = createAddressLimits(60, () => deps.now())
  const limitOfUnproven = createAddressLimits(60, () => deps.now())

  const languageOf = (c: Context) => chooseLanguage(c.req.query('lang'), c.req.header('accept-language'))
  const page = (
    c: Context,
    content: Omit<HelpPage, 'demo' | 'language'>,
    status: 200 | 201 | 404 | 413 | 422 | 429 | 500 | 503 = 200,
  ) => {
    c.header('content-security-policy', helpSecurityPolicy(content.script))
    c.header('cache-control', 'no-store')
    c.header('vary', 'accept-language')
    return c.html(renderHelpPage({ ...content, language: languageOf(c), demo: deps.demo }), status)
  }
  const form = (
    c: Context,
    language: Language,
    state: Omit<HelpFormState, 'ticket'>,
    status: 200 | 413 | 422 | 429 | 500 | 503,
  ) =>
    page(
      c,
      {
        title: helpText[language].title,
        ...(status === 200 && { otherHref: `/can-giup?lang=${language === 'vi' ? 'en' : 'vi'}` }),
        // The ticket of a form that comes back is still good: it has not been used.
        body: renderHelpForm(language, { ...state, ticket: ticketOf(state.typed) }),
        script: PROOF_SCRIPT,
      },
      status,
    )
  const ticketOf = ({ form: ticket }: TypedHelp) =>
    readTicket(deps.keys, { ticket, proof: '', now: deps.now() }).id === undefined
      ? createTicket(deps.keys, deps.now())
      : ticket
  /** The same for a code that is mistyped and one that nobody was given; for who has tried too many, the same for every one. */
  const lookUp = (
    c: Context<AppEnv>,
    typed: string,
    show: (code: string, track: Track) => Response | Promise<Response>,
  ) => {
    const language = languageOf(c)
    const isShut = deps.wrongCodes.waitOf(c.env?.incoming)
    const code = isShut === undefined ? parseTrackCode(typed) : undefined
    const found = code === undefined ? undefined : readTrack(deps.reader, code)
    if (code !== undefined && found) return show(code, found)
    const waitMinutes = isShut ?? deps.wrongCodes.note(c.env?.incoming)
    if (waitMinutes !== undefined) c.header('retry-after', String(waitMinutes * 60))
    const body = renderAskCode(language, { isUnknown: true, waitMinutes })
    return page(c, { title: trackText[language].title, body }, waitMinutes === undefined ? 404 : 429)
  }

  return new Hono<AppEnv>()
    .get('/can-giup', (c) =>
      form(c, languageOf(c), { typed: { ...NOTHING_TYPED, size: '1' }, faults: NO_FAULTS }, 200),
    )
    .post('/can-giup', async (c) => {
      const language = languageOf(c)
      const text = helpText[language]
      const sent = await readForm(c, FORM_BYTES_MAX)
      if (!sent)
        return form(c, language, { typed: NOTHING_TYPED, faults: NO_FAULTS, notice: text.tooLarge }, 413)
      const typed = readTyped(sent)
      const parsed = parseHelp(typed, new Date(deps.now()).getUTCFullYear())
      if (!parsed.ok) return form(c, language, { typed, faults: parsed.error }, 422)

      const ticket = readTicket(deps.keys, { ticket: typed.form, proof: typed.proof, now: deps.now() })
      const [limit, timesMax] = ticket.isProven
        ? ([limitOfProven, PROVEN_MAX] as const)
        : ([limitOfUnproven, UNPROVEN_MAX] as const)
      const waitMinutes = limit.take(c.env?.incoming, timesMax)
      if (waitMinutes !== undefined) {
        c.header('retry-after', String(waitMinutes * 60))
        return form(c, language, { typed, faults: NO_FAULTS, notice: text.tooMany(waitMinutes) }, 429)
      }

      const received = await receiveHelpRequest(deps, parsed.value, {
        source: 'public',
        by: 'public',
        // With what it asks for: somebody who goes back and asks for a neighbour sends the same ticket.
        ...(ticket.id !== undefined && { sent: { id: `${ticket.id}|${JSON.stringify(parsed.value)}` } }),
      }).catch((error: unknown) => {
        if (isBusy(error)) return 503
        const fields = { requestId: c.get('requestId'), method: 'POST', path: '/can-giup' }
        deps.log.error('unexpected', fields, error)
        return 500
      })
      if (received === 503 || received === 500) {
        limit.giveBack(c.env?.incoming)
        c.header('retry-after', '60')
        return form(c, language, { typed, faults: NO_FAULTS, notice: text.notTaken }, received)
      }
      if (!received.ok) return form(c, language, { typed, faults: new Set(['commune']) }, 422)
      const body = renderThanks(language, received.value.trackCode, publicOrigin(c, deps.publicUrl))
      return page(c, { title: text.thanksTitle, body }, 201)
    })
    .get('/ho-so', (c) =>
      page(c, {
        title: trackText[languageOf(c)].title,
        otherHref: `/ho-so?lang=${languageOf(c) === 'vi' ? 'en' : 'vi'}`,
        body: renderAskCode(languageOf(c), {}),
      }),
    )
    .post('/ho-so', async (c) => {
      const typed = (await readForm(c))?.get('code') ?? ''
      return lookUp(c, typed, (code) => c.redirect(`/ho-so/${code}?lang=${languageOf(c)}`, 303))
    })
    .get('/ho-so/:code', (c) =>
      lookUp(c, c.req.param('code'), (code, track) => {
        const { webPush } = deps
        const language = languageOf(c)
        const body = renderTrack(language, code, track, webPush && renderTell(language, webPush.publicKey))
        return page(c, { title: trackText[language].title, body, ...(webPush && { script: TELL_SCRIPT }) })
      }),
    )
}

const NOTHING_TYPED = readTyped(new URLSearchParams())
const NO_FAULTS: ReadonlySet<HelpFault> = new Set()
