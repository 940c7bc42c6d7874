import type { PictureRefusal } from '#shared/part/part-refusal'
import { PICTURE_EDGE_MAX_PX, type PictureType } from '#shared/part/picture'
import { err, ok, type Result } from '#shared/result'

/** A picture by its content, with nothing in the file but the picture. */
export interface CheckedPicture {
  readonly type: PictureType
  readonly width: number
  readonly height: number
  readonly bytes: Buffer
}

export const BROKEN = { kind: 'picture-broken' } as const satisfies PictureRefusal
export const WITH_MORE = { kind: 'picture-with-more' } as const satisfies PictureRefusal

/** Before anything is made of the numbers: a few bytes may claim to be a picture of any size. */
export function checkEdges(width: number, height: number): Result<null, PictureRefusal> {
  if (width < 1 || height < 1) return err(BROKEN)
  const edgeMaxPx = PICTURE_EDGE_MAX_PX
  return Math.max(width, height) > edgeMaxPx ? err({ kind: 'picture-too-large', edgeMaxPx }) : ok(null)
}
