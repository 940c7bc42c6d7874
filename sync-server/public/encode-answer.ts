import { createHash } from 'node:crypto'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'

/** One text in every encoding a browser may take, made once and handed out many times. */
export interface EncodedAnswer {
  readonly contentType: string
  readonly etag: string
  readonly br: Uint8Array<ArrayBuffer>
  readonly gzip: Uint8Array<ArrayBuffer>
  readonly identity: Uint8Array<ArrayBuffer>
}

/** Quality 11 costs ten times as much for a tenth less. */
const BROTLI_QUALITY = 5

export function encodeAnswer(text: string, contentType: string): EncodedAnswer {
  const identity = Buffer.from(text)
  return {
    contentType,
    etag: createHash('sha256').update(identity).digest('base64url').slice(0, 22),
    br: compressBrotli(identity),
    gzip: gzipSync(identity, { level: 9 }),
    identity,
  }
}

function compressBrotli(bytes: Uint8Array): Uint8Array<ArrayBuffer> {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: BROTLI_QUALITY,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  })
}
