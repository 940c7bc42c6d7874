import type { Context } from 'hono'
import { promisify } from 'node:util'
import { constants, gzip } from 'node:zlib'

const gzipAsync = promisify(gzip)
const WORTH_COMPRESSING = 2_048

/** Compressed fast rather than small: a first sync is many pages one after another. */
export async function sendText(c: Context, text: string, contentType: string): Promise<Response> {
  c.header('content-type', contentType)
  c.header('cache-control', 'no-store')
  c.header('vary', 'accept-encoding')
  const acceptsGzip = /\bgzip\b/.test(c.req.header('accept-encoding') ?? '')
  if (!acceptsGzip || text.length < WORTH_COMPRESSING) return c.body(text)
  c.header('content-encoding', 'gzip')
  const packed = await gzipAsync(text, { level: constants.Z_BEST_SPEED })
  return c.body(new Uint8Array(packed.buffer, packed.byteOffset, packed.byteLength))
}
