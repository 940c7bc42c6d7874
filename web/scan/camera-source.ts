import { err, ok, type Result } from '#shared/result'
import { openCamera, type Camera, type CameraAbilities } from './camera.ts'
import type { Variant } from './decode-plan.ts'
import type { DecoderThread } from './decoder-thread.ts'
import { startFrameLoop } from './frame-loop.ts'
import { EMPTY_GATE, judgeFrame } from './gate.ts'
import type { CameraRefusal, DecodedSymbol, ScanRefusal } from './scan.ts'

export interface CameraSource {
  /** Shows the camera in `video` and reads from it until stopped. */
  start(video: HTMLVideoElement, deviceId?: string): Promise<Result<CameraAbilities, CameraRefusal>>
  stop(): void
  setTorch(on: boolean): Promise<void>
  setZoom(zoom: number): Promise<void>
}

interface CameraSourceDeps {
  readonly decoder: Pick<DecoderThread, 'decodeFrame'>
  readonly onPassed: (symbol: DecodedSymbol) => void
  readonly onRefusal: (refusal: ScanRefusal) => void
  /** For the gate: any clock that only goes forward. */
  readonly nowMs: () => number
}

/**
 * The camera with its loop and gate. What should be running is remembered, so that a track that died while
 * the screen was dark is opened again when the person comes back.
 */
export function createCameraSource({ decoder, onPassed, onRefusal, nowMs }: CameraSourceDeps): CameraSource {
  let wanted: { readonly video: HTMLVideoElement; readonly deviceId?: string | undefined } | undefined
  let camera: Camera | undefined
  let stopLoop: (() => void) | undefined
  let gate = EMPTY_GATE
  let openings = 0
  let asking = false

  async function open(): Promise<Result<CameraAbilities, CameraRefusal>> {
    close()
    const opening = ++openings
    const { video, deviceId } = wanted!
    asking = true
    const opened = await openCamera({ deviceId, onLost })
    if (opening === openings) asking = false
    if (!opened.ok) return opened
    // Stopped or restarted while the person was asked for permission: nobody wants this one any more.
    if (opening !== openings || !wanted) {
      opened.value.stop()
      return err({ kind: 'camera-lost' })
    }
    camera = opened.value
    video.srcObject = camera.stream
    video.muted = true
    video.playsInline = true
    await video.play().catch(() => undefined)
    stopLoop = startFrameLoop(video, {
      decoder,
      onSymbols,
      onFailure: () => onRefusal({ kind: 'decoder-missing' }),
    })
    return ok(camera.abilities)
  }

  function onSymbols(symbols: readonly DecodedSymbol[], variant: Variant): void {
    const judged = judgeFrame(gate, { symbols, variant, atMs: nowMs() })
    gate = judged.state
    for (const symbol of judged.passed) onPassed(symbol)
  }

  function close(): void {
    openings++
    stopLoop?.()
    stopLoop = undefined
    camera?.stop()
    camera = undefined
    if (wanted) wanted.video.srcObject = null
  }

  function onLost(): void {
    if (document.visibilityState === 'visible') void reopen()
  }

  async function reopen(): Promise<void> {
    if (!wanted) return
    const opened = await open()
    if (!opened.ok && opened.error.kind !== 'camera-lost') onRefusal(opened.error)
  }

  function onReturn(): void {
    // The question for permission takes the focus and gives it back: that opening is still under way.
    if (document.visibilityState !== 'visible' || !wanted || asking) return
    const tracks = camera?.stream.getVideoTracks() ?? []
    if (tracks.some(({ readyState, muted }) => readyState === 'live' && !muted)) {
      void wanted.video.play().catch(() => undefined)
    } else void reopen()
  }

  return {
    async start(video, deviceId) {
      if (!wanted) {
        document.addEventListener('visibilitychange', onReturn)
        addEventListener('pageshow', onReturn)
        addEventListener('focus', onReturn)
      }
      wanted = { video, deviceId }
      gate = EMPTY_GATE
      return open()
    },
    stop() {
      document.removeEventListener('visibilitychange', onReturn)
      removeEventListener('pageshow', onReturn)
      removeEventListener('focus', onReturn)
      close()
      asking = false
      wanted = undefined
    },
    setTorch: async (on) => camera?.setTorch(on),
    setZoom: async (zoom) => camera?.setZoom(zoom),
  }
}
