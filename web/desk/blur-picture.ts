import { BLURRED_BYTES_MAX } from '#shared/part/picture'

/** Only so many dots are left of the longer side: enough for colours and shapes, too few for a face or a house number. */
const DOTS = 24
const SHOWN_EDGE_PX = 480
const QUALITY = 0.7

/** A small copy of which the sharp one cannot be got back: what is between the dots is not in it. */
export async function blurPicture(picture: Blob): Promise<Blob | undefined> {
  const source = await createImageBitmap(picture).catch(() => undefined)
  if (!source) return undefined
  const { width, height } = source
  const longest = Math.max(width, height)
  const dots = drawSmooth(source, { width: (width * DOTS) / longest, height: (height * DOTS) / longest })
  source.close()
  const shown =
    dots &&
    drawSmooth(dots, { width: (width * SHOWN_EDGE_PX) / longest, height: (height * SHOWN_EDGE_PX) / longest })
  if (!shown) return undefined
  const blob = await new Promise<Blob | null>((resolve) => shown.toBlob(resolve, 'image/jpeg', QUALITY))
  return blob && blob.size <= BLURRED_BYTES_MAX ? blob : undefined
}

function drawSmooth(
  source: CanvasImageSource,
  { width, height }: { readonly width: number; readonly height: number },
): HTMLCanvasElement | undefined {
  const canvas = document.createElement('canvas')
  canvas.width = Math.max(1, Math.round(width))
  canvas.height = Math.max(1, Math.round(height))
  const context = canvas.getContext('2d')
  if (!context) return undefined
  context.imageSmoothingQuality = 'high'
  context.drawImage(source, 0, 0, canvas.width, canvas.height)
  return canvas
}

/** For a JSON body. */
export async function base64FromBlob(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer())
  return btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(''))
}
