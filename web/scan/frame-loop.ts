import { CAMERA_PLAN, type Variant } from './decode-plan.ts'
import type { PagePicture } from './decoder-messages.ts'
import type { DecoderThread } from './decoder-thread.ts'
import type { DecodedSymbol } from './scan.ts'

interface FrameLoopDeps {
  readonly decoder: Pick<DecoderThread, 'decodeFrame'>
  readonly onSymbols: (symbols: readonly DecodedSymbol[], variant: Variant) => void
  readonly onFailure: (reason: unknown) => void
}

/**
 * Takes a frame whenever the decoder is free and drops the others, so a slow device sees the present and
 * not a queue of the past. Each frame is looked at in the next way of the plan. Returns how to stop.
 */
export function startFrameLoop(video: HTMLVideoElement, deps: FrameLoopDeps): () => void {
  let running = true
  let turnOfPlan = 0

  async function look(): Promise<void> {
    if (!running) return
    try {
      const picture = await pictureOf(video)
      if (picture && running) {
        const variant = CAMERA_PLAN[turnOfPlan++ % CAMERA_PLAN.length]!
        const symbols = await deps.decoder.decodeFrame(picture, variant)
        if (running) deps.onSymbols(symbols, variant)
      }
    } catch (reason) {
      if (!running) return
      running = false
      deps.onFailure(reason)
      return
    }
    next()
  }

  function next(): void {
    if (running) onNextFrame(video, () => void look())
  }

  next()
  return () => {
    running = false
  }
}

/** A video that stands still calls no one back, so a timer watches too; whichever comes first counts. */
function onNextFrame(video: HTMLVideoElement, callback: () => void): void {
  let called = false
  const once = () => {
    if (called) return
    called = true
    clearTimeout(timer)
    callback()
  }
  const timer = setTimeout(once, 250)
  if ('requestVideoFrameCallback' in video) video.requestVideoFrameCallback(once)
  else requestAnimationFrame(once)
}

/** Undefined while the camera has not delivered anything yet. */
async function pictureOf(video: HTMLVideoElement): Promise<PagePicture | undefined> {
  const { videoWidth: width, videoHeight: height } = video
  if (width === 0 || height === 0 || video.readyState < HTMLMediaElement.HAVE_CURRENT_DATA) return undefined
  return pagePictureFrom(video, width, height)
}

let canvas: HTMLCanvasElement | undefined

/** Browsers without a canvas for workers read the pixels here; it costs them a few milliseconds a frame. */
export async function pagePictureFrom(
  source: HTMLVideoElement | ImageBitmap,
  width: number,
  height: number,
): Promise<PagePicture | undefined> {
  if (typeof OffscreenCanvas === 'function' && typeof createImageBitmap === 'function') {
    return { kind: 'bitmap', bitmap: await createImageBitmap(source) }
  }
  canvas ??= document.createElement('canvas')
  Object.assign(canvas, { width, height })
  const context = canvas.getContext('2d', { willReadFrequently: true })
  if (!context) return undefined
  context.drawImage(source, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  return { kind: 'rgba', data, width, height }
}
