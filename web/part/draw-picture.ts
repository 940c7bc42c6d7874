import { PICTURE_EDGE_PX } from '#shared/part/picture'

const QUALITY = 0.8
const THUMBNAIL_EDGE_PX = 240

/** Undefined for whatever no decoder of this browser takes for a picture. */
export async function drawAnew(
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
async function drawJpeg(
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
