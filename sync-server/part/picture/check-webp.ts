import type { PictureRefusal } from '#shared/part/part-refusal'
import { err, ok, type Result } from '#shared/result'
import { BROKEN, checkEdges, WITH_MORE, type CheckedPicture } from './checked-picture.ts'

interface Chunk {
  readonly type: string
  readonly body: Buffer
  /** With its head and its padding. */
  readonly whole: Buffer
}
interface Size {
  readonly width: number
  readonly height: number
}

const DROPPED = new Set(['ICCP', 'EXIF', 'XMP ', 'VP8X'])

/** RFC 9649: keeps the one still picture and its transparency, and writes the head anew. */
export function checkWebp(bytes: Buffer): Result<CheckedPicture, PictureRefusal> {
  const end = 8 + bytes.readUInt32LE(4)
  if (end > bytes.length || end % 2 === 1) return err(BROKEN)
  if (end < bytes.length) return err(WITH_MORE)
  const chunks = readChunks(bytes)
  if (!chunks) return err(BROKEN)
  const pictures = chunks.filter(({ type }) => type === 'VP8 ' || type === 'VP8L')
  const alphas = chunks.filter(({ type }) => type === 'ALPH')
  const others = chunks.filter((chunk) => ![...pictures, ...alphas].includes(chunk))
  const [picture, ...more] = pictures
  if (!picture || more.length > 0 || alphas.length > 1) return err(BROKEN)
  if (others.some(({ type }) => type === 'ANIM' || type === 'ANMF')) return err(BROKEN)
  if (others.some(({ type }) => !DROPPED.has(type))) return err(WITH_MORE)

  const size = picture.type === 'VP8L' ? sizeOfLossless(picture.body) : sizeOfLossy(picture.body)
  if (!size) return err(BROKEN)
  const edges = checkEdges(size.width, size.height)
  if (!edges.ok) return edges
  const [alpha] = picture.type === 'VP8 ' ? alphas : []
  const parts = alpha ? [headWithAlpha(size), alpha.whole, picture.whole] : [picture.whole]
  const body = Buffer.concat([Buffer.from('WEBP'), ...parts])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return ok({ type: 'image/webp', ...size, bytes: Buffer.concat([head, body]) })
}

function readChunks(bytes: Buffer): Chunk[] | undefined {
  const chunks: Chunk[] = []
  let at = 12
  while (at < bytes.length) {
    if (at + 8 > bytes.length) return undefined
    const size = bytes.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > bytes.length) return undefined
    const body = bytes.subarray(at + 8, at + 8 + size)
    chunks.push({ type: bytes.toString('latin1', at, at + 4), body, whole: bytes.subarray(at, end) })
    at = end
  }
  return chunks
}

/** A key frame, and as much data as its first partition claims. */
function sizeOfLossy(body: Buffer): Size | undefined {
  if (body.length < 10 || body.readUIntBE(3, 3) !== 0x9d_01_2a) return undefined
  const tag = body.readUIntLE(0, 3)
  const isKey = (tag & 1) === 0
  if (!isKey || 10 + (tag >> 5) > body.length) return undefined
  return { width: body.readUInt16LE(6) & 0x3f_ff, height: body.readUInt16LE(8) & 0x3f_ff }
}

function sizeOfLossless(body: Buffer): Size | undefined {
  if (body.length < 6 || body[0] !== 0x2f) return undefined
  const bits = body.readUInt32LE(1)
  return { width: (bits & 0x3f_ff) + 1, height: ((bits >>> 14) & 0x3f_ff) + 1 }
}

function headWithAlpha({ width, height }: Size): Buffer {
  const chunk = Buffer.alloc(18)
  chunk.write('VP8X', 'latin1')
  chunk.writeUInt32LE(10, 4)
  chunk[8] = 0x10
  chunk.writeUIntLE(width - 1, 12, 3)
  chunk.writeUIntLE(height - 1, 15, 3)
  return chunk
}
