import { err, ok, type Result } from '#shared/result'
import { readCameraChoice, rememberCameraChoice } from './camera-choice.ts'
import type { CameraRefusal } from './scan.ts'

/** What this camera can do besides looking, so that no button stands there for nothing. */
export interface CameraAbilities {
  readonly torch: boolean
  readonly zoom?: { readonly min: number; readonly max: number; readonly step: number }
  /** More than one camera to switch between. */
  readonly cameras: readonly { readonly deviceId: string; readonly label: string }[]
}

export interface Camera {
  readonly stream: MediaStream
  readonly deviceId: string
  readonly abilities: CameraAbilities
  setTorch(on: boolean): Promise<void>
  setZoom(zoom: number): Promise<void>
  /** Really lets go of the camera: its light goes out. */
  stop(): void
}

/** Opens the camera chosen last on this device, else the one at the back. `onLost` when its track ends by itself. */
export async function openCamera({
  deviceId,
  onLost,
}: {
  readonly deviceId?: string | undefined
  readonly onLost: () => void
}): Promise<Result<Camera, CameraRefusal>> {
  if (!isSecureContext) return err({ kind: 'camera-insecure' })
  if (!navigator.mediaDevices?.getUserMedia) return err({ kind: 'camera-none' })
  const stream = await openStream(deviceId ?? readCameraChoice().deviceId)
  if (!stream.ok) return stream

  const track = stream.value.getVideoTracks()[0]
  if (!track) return err({ kind: 'camera-none' })
  let stopped = false
  track.addEventListener('ended', () => {
    if (!stopped) onLost()
  })
  const camera: Camera = {
    stream: stream.value,
    deviceId: track.getSettings().deviceId ?? '',
    abilities: await abilitiesOf(track),
    async setTorch(on) {
      await apply(track, { torch: on })
      rememberCameraChoice({ torch: on })
    },
    async setZoom(zoom) {
      await apply(track, { zoom })
      rememberCameraChoice({ zoom })
    },
    stop() {
      stopped = true
      for (const each of stream.value.getTracks()) each.stop()
    },
  }
  if (deviceId !== undefined) rememberCameraChoice({ deviceId })
  await restoreChoices(camera)
  return ok(camera)
}

async function openStream(deviceId: string | undefined): Promise<Result<MediaStream, CameraRefusal>> {
  const size = { width: { ideal: 1280 }, height: { ideal: 720 } }
  const wishes: MediaTrackConstraints[] = [{ ...size, facingMode: { ideal: 'environment' } }]
  if (deviceId) wishes.unshift({ ...size, deviceId: { exact: deviceId } })
  let refusal: CameraRefusal = { kind: 'camera-none' }
  for (const video of wishes) {
    try {
      return ok(await navigator.mediaDevices.getUserMedia({ video, audio: false }))
    } catch (error) {
      refusal = cameraRefusalFrom(error)
      // A remembered camera may have been unplugged; any other trouble is the same for all cameras.
      if (refusal.kind !== 'camera-none') break
    }
  }
  return err(refusal)
}

/** The names are those of the Media Capture specification; older browsers used a few others. */
export function cameraRefusalFrom(error: unknown): CameraRefusal {
  const name = error instanceof Error ? error.name : 'unknown'
  switch (name) {
    case 'NotAllowedError':
    case 'PermissionDeniedError':
      return { kind: 'camera-denied' }
    case 'NotFoundError':
    case 'DevicesNotFoundError':
    case 'OverconstrainedError':
      return { kind: 'camera-none' }
    case 'NotReadableError':
    case 'TrackStartError':
    case 'AbortError':
      return { kind: 'camera-busy' }
    case 'SecurityError':
      return { kind: 'camera-insecure' }
    default:
      return { kind: 'camera-failed', name }
  }
}

type MoreCapabilities = MediaTrackCapabilities & {
  torch?: boolean
  zoom?: { min: number; max: number; step: number }
}

async function abilitiesOf(track: MediaStreamTrack): Promise<CameraAbilities> {
  const { torch, zoom }: MoreCapabilities = track.getCapabilities?.() ?? {}
  const devices = await navigator.mediaDevices.enumerateDevices().catch(() => [])
  const cameras = devices
    .filter(({ kind }) => kind === 'videoinput')
    .map(({ deviceId, label }) => ({ deviceId, label }))
  return { torch: torch === true, ...(zoom && zoom.max > zoom.min && { zoom }), cameras }
}

async function restoreChoices(camera: Camera): Promise<void> {
  const { torch, zoom } = readCameraChoice()
  const range = camera.abilities.zoom
  if (torch && camera.abilities.torch) await camera.setTorch(true)
  if (zoom !== undefined && range) await camera.setZoom(Math.min(range.max, Math.max(range.min, zoom)))
}

/** Some devices name an ability and then refuse it; a dark picture is better than none. */
async function apply(track: MediaStreamTrack, wish: { torch?: boolean; zoom?: number }): Promise<void> {
  await track.applyConstraints({ advanced: [wish as MediaTrackConstraintSet] }).catch(() => undefined)
}
