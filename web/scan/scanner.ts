import { BARCODE_LENGTH_MAX } from '#shared/gs1/parse-barcode'
import type { Result } from '#shared/result'
import type { Instant } from '#shared/time/time'
import type { CameraAbilities } from './camera.ts'
import { createCameraSource } from './camera-source.ts'
import { startCompatCamera } from './compat-camera.ts'
import { openDecoderThread, type DecoderThread } from './decoder-thread.ts'
import { readPicture } from './picture-source.ts'
import type { CameraRefusal, DecodedSymbol, Scan, ScanRefusal, ScanSource } from './scan.ts'
import { listenToWedge } from './wedge-source.ts'

export interface ScannerDeps {
  readonly onScan: (scan: Scan) => void
  readonly onRefusal: (refusal: ScanRefusal) => void
  readonly now: () => Instant
}

/** Four ways for a code to come in, one way out. Whether it means anything is for `parseBarcode` to say. */
export interface Scanner {
  /** Shows and reads the camera until `stopCamera`. */
  startCamera(video: HTMLVideoElement, deviceId?: string): Promise<Result<CameraAbilities, CameraRefusal>>
  /** For devices on which the camera above fails: slower, and GS1 codes lose their separators. */
  startCompatCamera(place: HTMLElement): Promise<Result<undefined, CameraRefusal>>
  stopCamera(): void
  /** Whoever shows the camera hears here, instead of `onRefusal`, that it went away or cannot be read. */
  watchCamera(onTrouble: (refusal: ScanRefusal) => void): () => void
  setTorch(on: boolean): Promise<void>
  setZoom(zoom: number): Promise<void>
  /** A hand scanner that types; on until the function it returns is called. */
  listenToWedge(): () => void
  scanPicture(file: Blob): Promise<void>
  scanTyped(text: string): void
  close(): void
}

/** Nothing is loaded before it is used: the decoder starts with the first camera or picture. */
export function createScanner({ onScan, onRefusal, now }: ScannerDeps): Scanner {
  let thread: DecoderThread | undefined
  const watchers = new Set<(refusal: ScanRefusal) => void>()
  let stopCompat: (() => void) | undefined
  const decoder = {
    decodeFrame: (...args: Parameters<DecoderThread['decodeFrame']>) => opened().decodeFrame(...args),
    decodeStill: (...args: Parameters<DecoderThread['decodeStill']>) => opened().decodeStill(...args),
  }

  /** A worker that died is replaced by the next one that is asked for. */
  function opened(): DecoderThread {
    if (!thread) {
      const fresh = openDecoderThread()
      thread = fresh
      void forgetOnceDied(fresh)
    }
    return thread
  }

  async function forgetOnceDied(fresh: DecoderThread): Promise<void> {
    await fresh.died
    if (thread === fresh) thread = undefined
  }

  function deliver(text: string, source: ScanSource, symbology?: string): void {
    if (text.length > BARCODE_LENGTH_MAX) {
      onRefusal({ kind: 'too-long', arrived: text.slice(0, 60), length: text.length })
    } else onScan({ text, source, at: now(), ...(symbology !== undefined && { symbology }) })
  }

  const fromCamera = ({ text, symbology }: DecodedSymbol) => deliver(text, 'camera', symbology)
  const camera = createCameraSource({
    decoder,
    onPassed: fromCamera,
    onRefusal: (refusal) => {
      for (const tell of watchers.size > 0 ? watchers : [onRefusal]) tell(refusal)
    },
    nowMs: () => performance.now(),
  })

  function stopCamera(): void {
    camera.stop()
    stopCompat?.()
    stopCompat = undefined
  }

  return {
    startCamera: (video, deviceId) => camera.start(video, deviceId),
    async startCompatCamera(place) {
      stopCamera()
      const started = await startCompatCamera(place, fromCamera, () => performance.now())
      if (started.ok) stopCompat = started.value
      return started.ok ? { ok: true, value: undefined } : started
    },
    stopCamera,
    watchCamera(onTrouble) {
      watchers.add(onTrouble)
      return () => watchers.delete(onTrouble)
    },
    setTorch: (on) => camera.setTorch(on),
    setZoom: (zoom) => camera.setZoom(zoom),
    listenToWedge: () =>
      listenToWedge((outcome) => {
        if (outcome.kind === 'scan') deliver(outcome.text, 'wedge')
        else onRefusal(outcome)
      }),
    async scanPicture(file) {
      const symbols = await readPicture(file, decoder)
      if (!symbols.ok) onRefusal(symbols.error)
      else for (const { text, symbology } of symbols.value) deliver(text, 'picture', symbology)
    },
    scanTyped(text) {
      if (text.trim() !== '') deliver(text.trim(), 'typed')
    },
    close() {
      stopCamera()
      thread?.close()
      thread = undefined
    },
  }
}
