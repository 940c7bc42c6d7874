import type { Context } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { viewerAddress } from '../public/viewer-address.ts'

/** Who asks, as far as counting once needs it: address and browser, never kept as they are. */
export function visitorOf(c: Context<AppEnv>): string {
  const address = (c.env?.incoming && viewerAddress(c.env.incoming)) ?? ''
  return `${address}\n${c.req.header('user-agent') ?? ''}`
}

const MACHINES =
  /bot\b|crawl|spider|slurp|preview|facebookexternalhit|zalo\/share|curl|wget|python|headless|lighthouse|monitor|^node$|^$/i

/** A person who opens the page: not a machine, not a browser that fetches it in case somebody might. */
export function isLook(c: Context<AppEnv>): boolean {
  const { method } = c.req
  const ahead = [c.req.header('sec-purpose'), c.req.header('purpose'), c.req.header('x-moz')].join(' ')
  const into = c.req.header('sec-fetch-dest')
  return (
    method === 'GET' &&
    !/prefetch|prerender|preview/i.test(ahead) &&
    (into === undefined || into === 'document') &&
    !MACHINES.test(c.req.header('user-agent') ?? '')
  )
}
