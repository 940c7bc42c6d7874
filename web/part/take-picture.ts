import { PICTURE_EDGE_PX, PICTURE_FILE_BYTES_MAX } from '#shared/part/picture'
import type { PartHash, PartHeader } from '#shared/part/part'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { keepPart, type KeepRefusal } from './part-store.ts'

export type TakeRefusal =
  | KeepRefusal
  | { readonly kind: 'not-a-picture' }
  | { readonly kind: 'file-too-large'; readonly bytesMax: number }

export interface TakenPicture {
  readonly hash: PartHash
  /** Small, and in memory alone: on the disk there is only what the server can open. */
  readonly thumbnail: Blob
}

const QUALITY = 0.8
const THUMBNAIL_EDGE_PX = 240

/**
 * What a camera or a gallery gave, drawn anew at a size that travels: place, time and maker of the phone stay behind.
 * Then sealed, named by its hash and put on disk.
 */
export async function takePicture(
  db: LedgerDatabase,
  file: Blob,
  about: Pick<PartHeader, 'subjectId' | 'caseFileId'>,
): Promise<Result<TakenPicture, TakeRefusal>> {
  if (file.size > PICTURE_FILE_BYTES_MAX) {
    return err({ kind: 'file-too-large', bytesMax: PICTURE_FILE_BYTES_MAX })
  }
  const drawn = await drawAnew(file)
  if (!drawn) return err({ kind: 'not-a-picture' })
  const plain = new Uint8Array(await drawn.picture.arrayBuffer())
  const kept = await keepPart(db, { kind: 'picture', ...about, plain, held: true })
  return kept.ok ? ok({ hash: kept.value, thumbnail: drawn.thumbnail }) : kept
}

/** Undefined for whatever no decoder of this browser takes for a picture. */
async function drawAnew(
  file: Blob,
): Promise<{ readonly picture: Blob; readonly thumbnail: Blob } | undefined> {
  const source = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => undefined)
  if (!source) return undefined
  try {
    const picture = await drawJpeg(source, PICTURE_EDGE_PX)
    const thumbnail = await drawJpeg(source, THUMBNAIL_EDGE_PX)
    return picture && thumbnail && { picture, thumbnail }
  } finally {
    source.close()
  }
}

/** On white, since a JPEG has no holes. */
export async function drawJpeg(
  source: ImageBitmap | HTMLCanvasElement,
  edgePx: number,
  quality = QUALITY,
): Promise<Blob | undefined> {
  const scale = Math.min(1, edgePx / Math.max(source.width, source.height))
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(source.width * scale))
  canvas.height = Math.max(1, Math.round(source.height * scale))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.imageSmoothingQuality = 'high'
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, canvas.width, canvas.height)
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return new Promise((resolve) => canvas.toBlob((blob) => resolve(blob ?? undefined), 'image/jpeg', quality))
}
