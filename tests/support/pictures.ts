import { crc32, deflateSync } from 'node:zlib'

/** 24 × 16, as a canvas of Chromium writes them: with a colour profile that nobody needs. */
const fromText = (text: string) => Buffer.from(text, 'base64')
export const JPEG = fromText(
  [
    '/9j/4AAQSkZJRgABAQAAAQABAAD/4gHYSUNDX1BST0ZJTEUAAQEAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA',
    'AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA',
    'ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA',
    'AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA',
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA',
    'AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADb/2wBDAA0JCgsK',
    'CA0LCgsODg0PEyAVExISEyccHhcgLikxMC4pLSwzOko+MzZGNywtQFdBRkxOUlNSMj5aYVpQYEpRUk//2wBDAQ4ODhMREyYV',
    'FSZPNS01T09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT09PT0//wAARCAAQABgDASIAAhEB',
    'AxEB/8QAGAAAAwEBAAAAAAAAAAAAAAAAAAUGAgf/xAAtEAAAAwcBBAsAAAAAAAAAAAABBBEAAgMFBhITMRQVIWEWIiMkMlFS',
    'VHGj0v/EABYBAQEBAAAAAAAAAAAAAAAAAAMCBP/EAB0RAAICAwADAAAAAAAAAAAAAAECAxEABCExUeH/2gAMAwEAAhEDEQA/',
    'AG9RT6aEp2YLFjVkJy213G6KK6A6iHmLap+sIXeN9H/Ti7Eea+F341ZjN6U3lMopzbsWROpiuRAANV5NG9D5/wCw+6H+mTWh',
    'V2YyNXruNubAWJFhUEkd50ePudBJVJKD5twqUN5I0RbXcb4KgKPEQTQGGlKXpubkKgKmjZTHBh33PZHBRXBAOACuosNU6IjU',
    'hsZkhd2W3FZ//9k=',
  ].join(''),
)
export const WEBP = fromText(
  [
    'UklGRo4CAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA',
    'AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA',
    'ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA',
    'AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA',
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA',
    'AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDggoAAAANAE',
    'AJ0BKhgAEAAumWi0WiKoKCgIAJhLYATpevCgM85qFMlI3+ALKbq5l29VbyuAAP71Yn1cb0wLQhAsI/Oj5Ev8QQRWf4yLY9l/',
    'MT+j+cycFoGEOfi8HNK9b2IEnbFanf7WQUrvhxsmTeMLoP9Zd4syJO/l2LsvT4R/gjX/MUYz+jEdX5NllR4qOZ3sCpxolzdI',
    'AT2Ay5vGO8zW2QgAAAA=',
  ].join(''),
)
export const WEBP_ALPHA = fromText(
  [
    'UklGRpACAABXRUJQVlA4WAoAAAAwAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA',
    'AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA',
    'ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA',
    'AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA',
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA',
    'AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZBTFBIJgAAAAEX',
    'IBBIUp98jYgIB0VtGzF9F91NkgV6g0FE/ycAY+u+k/gFaDQFVlA4IHQAAACQBACdASoYABAAPtFUo0uoJKMhsAgBABoJbACd',
    'HYBnlfUA3gDeRAMZDSZLWeAA/m7S5xyjbFtPehSQEAL0/U/MEXhBZ8S/9q311ntschHWMorX/frWDH78dzyPc1dpP5/4/6/e',
    'OwDdqjiYNNKRuEpCuQAAAA==',
  ].join(''),
)
export const WEBP_LOSSLESS = fromText(
  [
    'UklGRiwCAABXRUJQVlA4WAoAAAAgAAAAFwAADwAASUNDUMgBAAAAAAHIAAAAAAQwAABtbnRyUkdCIFhZWiAH4AABAAEAAAAA',
    'AABhY3NwAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAQAA9tYAAQAAAADTLQAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA',
    'AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAlkZXNjAAAA8AAAACRyWFlaAAABFAAAABRnWFlaAAABKAAAABRiWFlaAAABPAAA',
    'ABR3dHB0AAABUAAAABRyVFJDAAABZAAAAChnVFJDAAABZAAAAChiVFJDAAABZAAAAChjcHJ0AAABjAAAADxtbHVjAAAAAAAA',
    'AAEAAAAMZW5VUwAAAAgAAAAcAHMAUgBHAEJYWVogAAAAAAAAb6IAADj1AAADkFhZWiAAAAAAAABimQAAt4UAABjaWFlaIAAA',
    'AAAAACSgAAAPhAAAts9YWVogAAAAAAAA9tYAAQAAAADTLXBhcmEAAAAAAAQAAAACZmYAAPKnAAANWQAAE9AAAApbAAAAAAAA',
    'AABtbHVjAAAAAAAAAAEAAAAMZW5VUwAAACAAAAAcAEcAbwBvAGcAbABlACAASQBuAGMALgAgADIAMAAxADZWUDhMPQAAAC8X',
    'wAMAFyAQSCiznmEugUCS0/4GQwkEEv5UZhlq/oM+NShqG8kZknsN3b0N9AqDiP7PAwCsqmdJ9i9OjhcA',
  ].join(''),
)

/** A PNG of one colour, also interlaced; `data` replaces what lies packed in it. */
export function makePng(width: number, height: number, { interlace = 0, data }: PngOptions = {}): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(height, 4)
  header.set([8, 2, 0, 0, interlace], 8)
  const rows =
    data ?? Buffer.alloc(interlace === 0 ? height * (1 + 3 * width) : interlacedBytes(width, height))
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    pngChunk('IHDR', header),
    pngChunk('IDAT', deflateSync(rows)),
    pngChunk('IEND', Buffer.alloc(0)),
  ])
}
interface PngOptions {
  readonly interlace?: 0 | 1
  readonly data?: Buffer
}

export function pngChunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(body.length)
  sum.writeUInt32BE(crc32(named))
  return Buffer.concat([length, named, sum])
}

/** The seven passes written out, so that the test does not count as the program does. */
function interlacedBytes(width: number, height: number): number {
  let bytes = 0
  const passAt = (x: number, y: number): number => {
    if (y % 2 === 1) return 7
    if (x % 2 === 1) return 6
    if (y % 4 === 2) return 5
    if (x % 4 === 2) return 4
    if (y % 8 === 4) return 3
    return x % 8 === 4 ? 2 : 1
  }
  for (let of = 1; of <= 7; of++) {
    for (let y = 0; y < height; y++) {
      let pixels = 0
      for (let x = 0; x < width; x++) if (passAt(x, y) === of) pixels++
      if (pixels > 0) bytes += 1 + 3 * pixels
    }
  }
  return bytes
}

/** A JPEG segment with a marker and whatever is to be planted. */
export function jpegSegment(marker: number, body: Buffer): Buffer {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** Right after the start of a JPEG. */
export function plantInJpeg(planted: Buffer, jpeg: Buffer = JPEG): Buffer {
  return Buffer.concat([jpeg.subarray(0, 2), planted, jpeg.subarray(2)])
}

/** Behind the head of a WebP; the size in the head is mended. */
export function plantInWebp(type: string, body: Buffer, webp: Buffer = WEBP): Buffer {
  const chunk = Buffer.alloc(8 + body.length + (body.length % 2))
  chunk.write(type, 'latin1')
  chunk.writeUInt32LE(body.length, 4)
  body.copy(chunk, 8)
  const whole = Buffer.concat([webp, chunk])
  whole.writeUInt32LE(whole.length - 8, 4)
  return whole
}

/** A JPEG of a wanted weight, with noise for a picture: what a phone's picture weighs without a phone. */
export function makeJpeg(bytes: number, seed: number): Buffer {
  const noise = Buffer.alloc(Math.max(0, bytes - JPEG.length))
  let state = seed * 2_654_435_761 + 1
  for (let i = 0; i < noise.length; i++) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    noise[i] = (state >>> 24) % 255
  }
  return Buffer.concat([JPEG.subarray(0, -2), noise, JPEG.subarray(-2)])
}
