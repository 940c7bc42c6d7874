import type { PictureRefusal } from '#shared/part/part-refusal'
import { err, ok, type Result } from '#shared/result'
import { BROKEN, checkEdges, WITH_MORE, type CheckedPicture } from './checked-picture.ts'

const START = Buffer.from([0xff, 0xd8])
const END = Buffer.from([0xff, 0xd9])
/** Density only: the thumbnail that may follow in it is left out. */
const JFIF = Buffer.from('ffe000104a46494600010100000100010000', 'hex')

const DHT = 0xc4
const DQT = 0xdb
const DRI = 0xdd
const SOS = 0xda
const EOI = 0xd9
const COM = 0xfe
const ADOBE = 0xee
/** Baseline, extended and progressive, as every phone writes them. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2])

/** ITU T.81: walks the segments, keeps tables, frame, scans and the colour mark, drops all that is application or comment. */
export function checkJpeg(bytes: Buffer): Result<CheckedPicture, PictureRefusal> {
  const kept: Buffer[] = [START, JFIF]
  let size: { readonly width: number; readonly height: number } | undefined
  let hasScan = false
  let at = 2
  for (;;) {
    if (at + 2 > bytes.length || bytes[at] !== 0xff) return err(BROKEN)
    while (bytes[at + 1] === 0xff) at++
    const marker = bytes[at + 1]
    if (marker === EOI) break
    if (at + 4 > bytes.length || marker === undefined) return err(BROKEN)
    const end = at + 2 + bytes.readUInt16BE(at + 2)
    const body = bytes.subarray(at + 4, end)
    if (end > bytes.length || end < at + 4) return err(BROKEN)

    if (FRAMES.has(marker)) {
      if (size || body.length < 6 || body.length !== 6 + 3 * body[5]!) return err(BROKEN)
      size = { height: body.readUInt16BE(1), width: body.readUInt16BE(3) }
      const edges = checkEdges(size.width, size.height)
      if (!edges.ok) return edges
      kept.push(bytes.subarray(at, end))
    } else if (marker === SOS) {
      if (!size || body.length !== 4 + 2 * (body[0] ?? 0)) return err(BROKEN)
      hasScan = true
      const after = endOfScan(bytes, end)
      kept.push(bytes.subarray(at, after))
      at = after
      continue
    } else if (isTable(marker, body)) {
      kept.push(bytes.subarray(at, end))
    } else if (marker === ADOBE && isAdobe(body)) {
      kept.push(bytes.subarray(at, end))
    } else if (marker !== COM && !(marker >= 0xe0 && marker <= 0xef)) {
      return err(BROKEN)
    }
    at = end
  }
  if (!size || !hasScan) return err(BROKEN)
  if (at + 2 < bytes.length) return err(WITH_MORE)
  return ok({ type: 'image/jpeg', ...size, bytes: Buffer.concat([...kept, END]) })
}

/** Coded data ends at the first marker that is no restart; a zero after FF is data. */
function endOfScan(bytes: Buffer, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at !== -1; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1]
    if (next !== 0 && next !== 0xff && !(next !== undefined && next >= 0xd0 && next <= 0xd7)) return at
  }
  return bytes.length
}

/** A table fills its segment to the last byte, so that nothing else can travel in it. */
function isTable(marker: number, body: Buffer): boolean {
  if (marker === DRI) return body.length === 2
  if (marker !== DQT && marker !== DHT) return false
  let at = 0
  while (at < body.length) {
    if (marker === DQT) at += body[at]! >= 0x10 ? 129 : 65
    else {
      const counts = body.subarray(at + 1, at + 17)
      at += 17 + counts.reduce((sum, count) => sum + count, 0)
    }
  }
  return at === body.length && at > 0
}

/** Says how the colours are meant; twelve bytes and not one more. */
function isAdobe(body: Buffer): boolean {
  return body.length === 12 && body.toString('latin1', 0, 5) === 'Adobe'
}
