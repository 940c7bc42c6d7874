import { createHash } from 'node:crypto'
import type { ServerResponse } from 'node:http'
import { setImmediate } from 'node:timers/promises'
import type { PublicStock } from '#shared/sync/wire'
import { securityHeadersFor } from '../http/security-headers.ts'
import { liveWords } from './live-words.ts'
import { encodeMessage, GZIP_HEADER, type StreamMessage } from './stream-message.ts'

/** Written to in one go before other work gets its turn. */
const SLICE_VIEWERS = 500
/** Where many phones share one address, as behind a mobile carrier, this is not one person. */
const VIEWERS_PER_ADDRESS_MAX = 200
const VIEWERS_MAX = 20_000

interface Viewer {
  readonly outgoing: ServerResponse
  readonly encoding: keyof StreamMessage
  /** Which stock it was sent last. */
  sent: string
  isBehind: boolean
}

interface News {
  readonly id: string
  readonly stock: StreamMessage
  readonly live: StreamMessage
}

export interface PublicStream {
  /** False when there are too many viewers, or too many from this address (undefined: it is not known). */
  open(outgoing: ServerResponse, from: ViewerRequest): boolean
  publish(stock: PublicStock): void
  close(): void
}

export interface ViewerRequest {
  readonly address: string | undefined
  readonly takesGzip: boolean
  readonly lastEventId: string | undefined
}

/** The public stock for everyone who has the page open: encoded once, the newest only for those who read slowly. */
export function createPublicStream(first: PublicStock): PublicStream {
  const viewers = new Set<Viewer>()
  const countByAddress = new Map<string, number>()
  let news = encodeNews(first)
  let isSending = false

  function send(viewer: Viewer): void {
    const { outgoing, encoding } = viewer
    viewer.isBehind = outgoing.writableNeedDrain
    if (viewer.isBehind) return
    if (viewer.sent !== news.id) outgoing.write(news.stock[encoding])
    viewer.sent = news.id
    outgoing.write(news.live[encoding])
  }

  async function sendAll(): Promise<void> {
    if (isSending) return
    isSending = true
    let sent: News
    do {
      sent = news
      let written = 0
      for (const viewer of viewers) {
        send(viewer)
        if (++written % SLICE_VIEWERS === 0) await setImmediate()
      }
    } while (sent !== news)
    isSending = false
  }

  function count(address: string, change: number): void {
    const viewersThere = (countByAddress.get(address) ?? 0) + change
    if (viewersThere === 0) countByAddress.delete(address)
    else countByAddress.set(address, viewersThere)
  }

  return {
    open(outgoing, { address, takesGzip, lastEventId }) {
      if (viewers.size >= VIEWERS_MAX) return false
      if (address !== undefined && (countByAddress.get(address) ?? 0) >= VIEWERS_PER_ADDRESS_MAX) return false
      const viewer: Viewer = {
        outgoing,
        encoding: takesGzip ? 'gzip' : 'plain',
        sent: lastEventId ?? '',
        isBehind: false,
      }
      outgoing.writeHead(200, headersFor(viewer))
      outgoing.flushHeaders()
      if (takesGzip) outgoing.write(GZIP_HEADER)
      outgoing.write(HELLO[viewer.encoding])
      send(viewer)

      viewers.add(viewer)
      if (address !== undefined) count(address, 1)
      outgoing.on('drain', () => viewer.isBehind && send(viewer))
      outgoing.once('close', () => {
        viewers.delete(viewer)
        if (address !== undefined) count(address, -1)
      })
      return true
    },
    publish(stock) {
      news = encodeNews(stock)
      void sendAll()
    },
    close() {
      for (const { outgoing } of viewers) outgoing.end()
      viewers.clear()
    },
  }
}

const HELLO = encodeMessage('retry: 2000\n\n')

/** The id names the figures, not the moment: whoever comes back and has them already is sent only the time. */
function encodeNews(stock: PublicStock): News {
  const figures = JSON.stringify({ ...stock, asOf: undefined })
  const id = createHash('sha256').update(figures).digest('base64url').slice(0, 16)
  const words = { vi: liveWords(stock, 'vi'), en: liveWords(stock, 'en') }
  return {
    id,
    stock: encodeMessage(`event: stock\nid: ${id}\ndata: ${JSON.stringify(stock)}\n\n`),
    live: encodeMessage(`event: live\ndata: ${JSON.stringify(words)}\n\n`),
  }
}

function headersFor({ encoding }: Viewer): Record<string, string> {
  return securityHeadersFor({
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    vary: 'accept-encoding',
    'access-control-allow-origin': '*',
    ...(encoding === 'gzip' && { 'content-encoding': 'gzip' }),
  })
}
