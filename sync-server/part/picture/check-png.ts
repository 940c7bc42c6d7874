import { createInflate, crc32 } from 'node:zlib'
import type { PictureRefusal } from '#shared/part/part-refusal'
import { err, ok, type Result } from '#shared/result'
import { BROKEN, checkEdges, WITH_MORE, type CheckedPicture } from './checked-picture.ts'

/** What draws the picture; all else (text, time, places, profiles, further frames) is dropped. */
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'IDAT', 'IEND'])
const CHANNELS: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 }
const DEPTHS: Readonly<Record<number, readonly number[]>> = {
  0: [1, 2, 4, 8, 16],
  2: [8, 16],
  3: [1, 2, 4, 8],
  4: [8, 16],
  6: [8, 16],
}

/** W3C PNG: walks the chunks, checks each sum, and unpacks the data to see that it is all there and nothing besides. */
export async function checkPng(bytes: Buffer): Promise<Result<CheckedPicture, PictureRefusal>> {
  const kept: Buffer[] = [bytes.subarray(0, 8)]
  const data: Buffer[] = []
  let header: Buffer | undefined
  let at = 8
  for (;;) {
    if (at + 12 > bytes.length) return err(BROKEN)
    const end = at + 12 + bytes.readUInt32BE(at)
    if (end > bytes.length) return err(BROKEN)
    const type = bytes.toString('latin1', at + 4, at + 8)
    const body = bytes.subarray(at + 8, end - 4)
    if (crc32(bytes.subarray(at + 4, end - 4)) !== bytes.readUInt32BE(end - 4)) return err(BROKEN)
    if (header === undefined && type !== 'IHDR') return err(BROKEN)

    if (type === 'IHDR') {
      if (header || body.length !== 13) return err(BROKEN)
      header = body
      const edges = checkEdges(body.readUInt32BE(0), body.readUInt32BE(4))
      if (!edges.ok) return edges
    } else if (type === 'IDAT') data.push(body)
    else if (type === 'IEND' && body.length > 0) return err(BROKEN)
    else if ((type === 'PLTE' || type === 'tRNS') && body.length > 768) return err(BROKEN)
    // A capital letter first means that the picture cannot be drawn without it.
    else if (!KEPT.has(type) && /^[A-Z]/.test(type)) return err(BROKEN)

    if (KEPT.has(type)) kept.push(bytes.subarray(at, end))
    at = end
    if (type === 'IEND') break
  }
  if (at < bytes.length) return err(WITH_MORE)
  const expected = header && unpackedBytes(header)
  if (!header || expected === undefined) return err(BROKEN)
  const unpacked = await unpack(Buffer.concat(data), expected)
  if (!unpacked.ok) return unpacked
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  return ok({ type: 'image/png', width, height, bytes: Buffer.concat(kept) })
}

/** How many bytes the rows are, each with its filter; undefined where the header contradicts itself. */
function unpackedBytes(header: Buffer): number | undefined {
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const [depth, colour, packing, filter, interlace] = header.subarray(8)
  if (!DEPTHS[colour!]?.includes(depth!) || packing !== 0 || filter !== 0) return undefined
  const bits = CHANNELS[colour!]! * depth!
  const rows = (columns: number, lines: number) =>
    columns === 0 ? 0 : lines * (1 + Math.ceil((columns * bits) / 8))
  if (interlace === 0) return rows(width, height)
  if (interlace !== 1) return undefined
  return ADAM7.reduce(
    (sum, [x, y, stepX, stepY]) =>
      sum + rows(Math.ceil(Math.max(0, width - x) / stepX), Math.ceil(Math.max(0, height - y) / stepY)),
    0,
  )
}
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const

/** Counts and throws away: a small file may unpack to gigabytes. */
async function unpack(packed: Buffer, expected: number): Promise<Result<null, PictureRefusal>> {
  const inflate = createInflate()
  let bytes = 0
  try {
    inflate.end(packed)
    for await (const part of inflate as AsyncIterable<Buffer>) {
      bytes += part.length
      if (bytes > expected) return err(BROKEN)
    }
  } catch {
    return err(BROKEN)
  }
  if (bytes < expected) return err(BROKEN)
  return inflate.bytesWritten < packed.length ? err(WITH_MORE) : ok(null)
}
