import type { PictureRefusal } from '#shared/part/part-refusal'
import { err, type Result } from '#shared/result'
import type { CheckedPicture } from './checked-picture.ts'
import { checkJpeg } from './check-jpeg.ts'
import { checkPng } from './check-png.ts'
import { checkWebp } from './check-webp.ts'

/**
 * What it is, by its content alone; cut down, without touching the picture, to what the picture needs: no place, no
 * name, no thumbnail, no comment is left, and nothing stands behind its end.
 */
export async function checkPicture(bytes: Buffer): Promise<Result<CheckedPicture, PictureRefusal>> {
  if (bytes.length > 2 && bytes.readUInt16BE(0) === 0xff_d8) return checkJpeg(bytes)
  if (bytes.subarray(0, 8).equals(PNG_START)) return checkPng(bytes)
  const isWebp = bytes.toString('latin1', 0, 4) === 'RIFF' && bytes.toString('latin1', 8, 12) === 'WEBP'
  return isWebp ? checkWebp(bytes) : err({ kind: 'not-a-picture' })
}
const PNG_START = Buffer.from('89504e470d0a1a0a', 'hex')
