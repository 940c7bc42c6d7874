import { once } from 'node:events'
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { WebPage } from './web-page.ts'

/** What can happen between a tablet and the server. */
export type Fault =
  /** The connection breaks before the server heard anything. */
  | { readonly kind: 'lost-on-the-way' }
  /** The server did it, but its answer never arrives. */
  | { readonly kind: 'answer-lost' }
  /** Half of the answer arrives, then the connection breaks. */
  | { readonly kind: 'answer-broken' }
  /** Half of the answer arrives and ends as if it were whole. */
  | { readonly kind: 'answer-cut' }
  /** The server did it; something between answers with an error all the same. */
  | { readonly kind: 'status-after'; readonly status: number; readonly retryAfter?: number }
  /** Something between answers instead of the server. */
  | { readonly kind: 'status-instead'; readonly status: number; readonly retryAfter?: number }
  /** Nothing ever comes back. */
  | { readonly kind: 'silence' }
  /** A log-in page of a hotel. */
  | { readonly kind: 'other-page' }

export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly body: string
  readonly headers: IncomingMessage['headers']
}

export interface FaultProxy {
  readonly url: string
  readonly seen: SeenRequest[]
  /** Asked at each request to the API; undefined lets it pass. */
  faultFor: (request: SeenRequest) => Fault | undefined
  target: string
  close(): Promise<void>
}

/** One origin for a tablet: the page under test, and the server's API with faults in between. */
export async function startFaultProxy(page: WebPage, target: string): Promise<FaultProxy> {
  const server = createServer((incoming, outgoing) => void answer(incoming, outgoing))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const proxy: FaultProxy = {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    seen: [],
    faultFor: () => undefined,
    target,
    async close() {
      const closed = once(server, 'close')
      server.close()
      server.closeAllConnections()
      await closed
    },
  }

  async function answer(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const path = incoming.url ?? '/'
    if (!path.startsWith('/api/')) return servePage(path, outgoing)
    const body = await readBody(incoming)
    const seen = { method: incoming.method ?? 'GET', path, body: body.toString(), headers: incoming.headers }
    proxy.seen.push(seen)
    const fault = proxy.faultFor(seen)
    switch (fault?.kind) {
      case 'lost-on-the-way':
        outgoing.destroy()
        return
      case 'silence':
        return
      case 'status-instead':
        refuse(outgoing, fault)
        return
      case 'other-page':
        outgoing.writeHead(200, { 'content-type': 'text/html' }).end('<html>Đăng nhập Wi-Fi</html>')
        return
    }
    const forwarded = request(proxy.target + path, { method: incoming.method, headers: incoming.headers })
    forwarded.on('error', () => outgoing.destroy())
    outgoing.on('close', () => forwarded.destroy())
    forwarded.on('response', (response) => void passOn(response, outgoing, fault))
    forwarded.end(body)
  }

  async function passOn(
    response: IncomingMessage,
    outgoing: ServerResponse,
    fault: Fault | undefined,
  ): Promise<void> {
    if (!fault) {
      outgoing.writeHead(response.statusCode ?? 502, response.headers)
      response.pipe(outgoing)
      return
    }
    const whole = await readBody(response)
    const half = whole.subarray(0, Math.floor(whole.length / 2))
    switch (fault.kind) {
      case 'status-after':
        refuse(outgoing, fault)
        return
      case 'answer-broken':
        outgoing.writeHead(response.statusCode ?? 502, {
          ...response.headers,
          'content-length': whole.length,
        })
        outgoing.write(half, () => outgoing.destroy())
        return
      case 'answer-cut': {
        const { 'content-length': _, ...headers } = response.headers
        outgoing.writeHead(response.statusCode ?? 502, headers).end(half)
        return
      }
      default:
        outgoing.destroy()
    }
  }

  function servePage(path: string, outgoing: ServerResponse): void {
    const file = page.get(path.split('?')[0]!)
    if (!file) return void outgoing.writeHead(404).end()
    outgoing.writeHead(200, { 'content-type': file.type }).end(file.body)
  }

  return proxy
}

function refuse(
  outgoing: ServerResponse,
  fault: { readonly status: number; readonly retryAfter?: number },
): void {
  const headers = fault.retryAfter === undefined ? {} : { 'retry-after': String(fault.retryAfter) }
  outgoing.writeHead(fault.status, headers).end('something in between')
}

async function readBody(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
