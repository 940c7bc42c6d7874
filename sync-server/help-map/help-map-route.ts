import { Hono } from 'hono'
import { drawHelpMap } from '#shared/help-map/help-map'
import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { AppEnv } from '../http/app-env.ts'
import { chooseLanguage } from '../public/choose-language.ts'
import { encodeAnswer, type EncodedAnswer } from '../public/encode-answer.ts'
import { PAGE_SECURITY_POLICY } from '../public/page-assets.ts'
import { sendEncoded } from '../public/send-encoded.ts'
import { readHelpCounts } from './read-help-counts.ts'
import { renderHelpMap, type HelpMapContent, type HelpMapRequest } from './render-help-map.ts'

export interface HelpMapDeps {
  readonly reader: Reader
  readonly now: () => Instant
  readonly demo: boolean
}

/** However many look, the case files are counted so often at most. */
const KEPT_MS = 2_000

/** GET /ban-do: help needed by commune and tick, for everyone. */
export function helpMapRoute({ reader, now, demo }: HelpMapDeps) {
  let kept: { readonly atMs: number; readonly content: HelpMapContent } | undefined
  const answerByKey = new Map<string, EncodedAnswer>()

  function read(): HelpMapContent {
    if (!kept || performance.now() - kept.atMs > KEPT_MS) {
      const asOf = now()
      kept = {
        atMs: performance.now(),
        content: { map: drawHelpMap(readHelpCounts(reader, asOf)), asOf, demo },
      }
      answerByKey.clear()
    }
    return kept.content
  }

  return new Hono<AppEnv>().get('/ban-do', (c) => {
    const content = read()
    const asked = c.req.query('tinh') ?? ''
    const request: HelpMapRequest = {
      language: chooseLanguage(c.req.query('lang'), c.req.header('accept-language')),
      provinceCode: content.map.communesByProvince.has(asked) ? asked : undefined,
    }
    const key = `${request.language} ${request.provinceCode}`
    const answer =
      answerByKey.get(key) ?? encodeAnswer(renderHelpMap(content, request), 'text/html; charset=utf-8')
    answerByKey.set(key, answer)
    return sendEncoded(c, answer, {
      vary: 'accept-encoding, accept-language',
      'content-security-policy': PAGE_SECURITY_POLICY,
    })
  })
}
