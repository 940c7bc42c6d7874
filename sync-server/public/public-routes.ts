import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response'
import { Hono } from 'hono'
import type { AppEnv } from '../http/app-env.ts'
import { refuse } from '../http/refuse.ts'
import { chooseEncoding } from './choose-encoding.ts'
import { FAVICON_SVG, PAGE_SECURITY_POLICY } from './page-assets.ts'
import type { PublicBoard } from './public-board.ts'
import type { PublicStream } from './public-stream.ts'
import { readPageRequest } from './read-page-request.ts'
import { sendEncoded } from './send-encoded.ts'
import { viewerAddress } from './viewer-address.ts'

export interface PublicDeps {
  readonly board: PublicBoard
  readonly publicStream: PublicStream
  readonly demo: boolean
}

/** Anyone's program may read the figures, also from another site. */
const FOR_EVERYONE = {
  vary: 'accept-encoding',
  'access-control-allow-origin': '*',
  'cross-origin-resource-policy': 'cross-origin',
}

/** Everything that needs no sign-in: the page, its figures as JSON, and the stream that keeps it live. */
export function publicRoutes({ board, publicStream, demo }: PublicDeps) {
  return new Hono<AppEnv>()
    .get('/', (c) =>
      sendEncoded(c, board.page(readPageRequest(c)), {
        vary: 'accept-encoding, accept-language',
        'content-security-policy': PAGE_SECURITY_POLICY,
      }),
    )
    .get('/api/public/stock', (c) => sendEncoded(c, board.json(), FOR_EVERYONE))
    .get('/api/public/stream', (c) => {
      if (c.req.method === 'HEAD') return c.body(null)
      const opened = publicStream.open(c.env.outgoing, {
        address: viewerAddress(c.env.incoming),
        takesGzip: chooseEncoding(c.req.header('accept-encoding'), ['gzip']) === 'gzip',
        lastEventId: c.req.header('last-event-id'),
      })
      return opened ? RESPONSE_ALREADY_SENT : refuse(c, { kind: 'too-many-requests', retryAfterSeconds: 60 })
    })
    .get('/favicon.ico', (c) =>
      c.body(FAVICON_SVG, 200, {
        'content-type': 'image/svg+xml',
        'cache-control': 'public, max-age=86400',
      }),
    )
    .get('/robots.txt', (c) => c.text(demo ? ROBOTS_DEMO : ROBOTS))
}

const ROBOTS = 'User-agent: *\nAllow: /$\nAllow: /?\nDisallow: /app/\nDisallow: /api/\n'
/** Made-up figures do not belong into anyone's search results. */
const ROBOTS_DEMO = 'User-agent: *\nDisallow: /\n'
