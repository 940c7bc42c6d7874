import { constants, deflateRawSync } from 'node:zlib'

/** One piece of a stream, once as it is and once compressed, for all viewers. */
export interface StreamMessage {
  readonly plain: Buffer
  readonly gzip: Buffer
}

/** RFC 1952: magic number, deflate, no flags, no time, unknown system. */
export const GZIP_HEADER = Buffer.from([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 0xff])

/**
 * Compressed with a full flush and no reference to what went before, so that the same bytes fit into every viewer's
 * stream at any place after the header.
 */
export function encodeMessage(text: string): StreamMessage {
  const plain = Buffer.from(text)
  return { plain, gzip: deflateRawSync(plain, { level: 6, finishFlush: constants.Z_FULL_FLUSH }) }
}
