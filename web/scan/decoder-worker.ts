import wasmUrl from 'zxing-wasm/reader/zxing_reader.wasm?url'
import type { DecoderReply, DecoderRequest, PagePicture } from './decoder-messages.ts'
import { decodeStill, decodeVariant } from './decoder.ts'
import { grayFromRgba, type GrayPicture } from './gray-picture.ts'
import { openDecoder } from './open-decoder.ts'

/** Decoding takes tens of milliseconds a frame: here it never holds up a finger on the screen. */
const decoding = openDecoder(new URL(wasmUrl, self.location.href).href)

decoding.then(
  ({ name }) => reply({ kind: 'ready', decoder: name }),
  (reason: unknown) => reply({ kind: 'failed', id: 0, reason: String(reason) }),
)

self.addEventListener('message', ({ data: request }: MessageEvent<DecoderRequest>) => {
  answer(request).then(reply, (reason: unknown) => {
    reply({ kind: 'failed', id: request.id, reason: String(reason) })
  })
})

async function answer(request: DecoderRequest): Promise<DecoderReply> {
  const decoder = await decoding
  const picture = grayFromPage(request.picture)
  const symbols =
    request.kind === 'still'
      ? await decodeStill(decoder, picture)
      : await decodeVariant(decoder, picture, request.variant)
  return { kind: 'symbols', id: request.id, symbols }
}

function reply(message: DecoderReply): void {
  self.postMessage(message)
}

let canvas: OffscreenCanvas | undefined

function grayFromPage(picture: PagePicture): GrayPicture {
  if (picture.kind === 'rgba') return grayFromRgba(picture.data, picture.width, picture.height)
  const { bitmap } = picture
  const { width, height } = bitmap
  canvas ??= new OffscreenCanvas(width, height)
  if (canvas.width !== width || canvas.height !== height) Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) throw new Error('no canvas in the worker')
  context.drawImage(bitmap, 0, 0)
  bitmap.close()
  return grayFromRgba(context.getImageData(0, 0, width, height).data, width, height)
}
