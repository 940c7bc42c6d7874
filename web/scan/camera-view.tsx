import { useEffect, useRef, useState } from 'react'
import { Button } from '../ui/button.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { readCameraChoice } from './camera-choice.ts'
import type { CameraAbilities } from './camera.ts'
import type { FeedbackKind } from './feedback.ts'
import type { ScanRefusal } from './scan.ts'
import { scanText, sentenceForScanRefusal } from './scan-text.ts'
import type { Scanner } from './scanner.ts'
import './scan.css'

type CameraViewState =
  | { readonly kind: 'off' }
  | { readonly kind: 'starting' }
  | { readonly kind: 'on'; readonly abilities: CameraAbilities }
  | { readonly kind: 'compat' }
  | { readonly kind: 'refused'; readonly refusal: ScanRefusal }

/** Trouble of our own camera path; a camera that is forbidden or missing is so for every library. */
const MAY_WORK_WITH_COMPAT: ReadonlySet<ScanRefusal['kind']> = new Set(['camera-failed', 'decoder-missing'])

export interface CameraViewProps {
  readonly scanner: Scanner
  /** Starts by itself when the screen opens, for jobs that are all scanning. */
  readonly startsOn?: boolean
  /** What became of the last scan: the frame shows it in colour, sign and word. */
  readonly flash?: FeedbackKind | undefined
}

/** The camera with its frame and its buttons. Leaving the screen lets go of the camera. */
export function CameraView({ scanner, startsOn = false, flash }: CameraViewProps) {
  const text = useText(scanText)
  const { language } = useLanguage()
  const video = useRef<HTMLVideoElement>(null)
  const compatPlace = useRef<HTMLDivElement>(null)
  const [state, setState] = useState<CameraViewState>({ kind: 'off' })

  async function start(deviceId?: string) {
    if (!video.current) return
    setState({ kind: 'starting' })
    const started = await scanner.startCamera(video.current, deviceId)
    if (started.ok) setState({ kind: 'on', abilities: started.value })
    else if (started.error.kind !== 'camera-lost') setState({ kind: 'refused', refusal: started.error })
  }

  async function startCompat() {
    if (!compatPlace.current) return
    setState({ kind: 'compat' })
    const started = await scanner.startCompatCamera(compatPlace.current)
    if (!started.ok) setState({ kind: 'refused', refusal: started.error })
  }

  function stop() {
    scanner.stopCamera()
    setState({ kind: 'off' })
  }

  useEffect(() => {
    if (startsOn) void start()
    return () => scanner.stopCamera()
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- once per scanner, not per rendering
  }, [scanner, startsOn])

  useEffect(
    () =>
      scanner.watchCamera((refusal) => {
        scanner.stopCamera()
        setState({ kind: 'refused', refusal })
      }),
    [scanner],
  )

  const isOn = state.kind === 'on' || state.kind === 'compat'
  return (
    <section className="camera-view" aria-label={text.camera} data-state={state.kind} data-flash={flash}>
      <div className="camera-picture">
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- the camera's own picture has no sound */}
        <video ref={video} aria-hidden hidden={state.kind !== 'on' && state.kind !== 'starting'} />
        <div ref={compatPlace} className="camera-compat" />
        {state.kind === 'on' && <div className="camera-frame" aria-hidden />}
        {state.kind === 'off' && <p className="camera-idle">{text.idle}</p>}
        {state.kind === 'on' && <p className="camera-hint">{text.hint}</p>}
        {state.kind === 'starting' && <p className="camera-hint">{text.starting}</p>}
        {flash && <p className="camera-flash">{text.flash[flash]}</p>}
      </div>
      {state.kind === 'refused' && <Refusal>{sentenceForScanRefusal(state.refusal)[language]}</Refusal>}
      {state.kind === 'compat' && <p className="camera-note">{text.compatNote}</p>}
      <div className="camera-buttons">
        {isOn ? (
          <Button icon="close" onClick={stop}>
            {text.stop}
          </Button>
        ) : (
          <Button
            kind="primary"
            icon="camera"
            disabled={state.kind === 'starting'}
            onClick={() => void start()}
          >
            {text.start}
          </Button>
        )}
        {state.kind === 'on' && (
          <CameraControls abilities={state.abilities} scanner={scanner} onSwitch={(id) => void start(id)} />
        )}
        {state.kind === 'refused' && MAY_WORK_WITH_COMPAT.has(state.refusal.kind) && (
          <Button icon="camera" onClick={() => void startCompat()}>
            {text.compat}
          </Button>
        )}
      </div>
    </section>
  )
}

interface CameraControlsProps {
  readonly abilities: CameraAbilities
  readonly scanner: Scanner
  readonly onSwitch: (deviceId: string) => void
}

/** Only for what this camera can do. */
function CameraControls({ abilities: { torch, zoom, cameras }, scanner, onSwitch }: CameraControlsProps) {
  const text = useText(scanText)
  const [torchOn, setTorchOn] = useState(() => readCameraChoice().torch === true)
  const [current, setCurrent] = useState(0)

  function toggleTorch() {
    setTorchOn(!torchOn)
    void scanner.setTorch(!torchOn)
  }

  function switchCamera() {
    const next = (current + 1) % cameras.length
    setCurrent(next)
    onSwitch(cameras[next]!.deviceId)
  }

  return (
    <>
      {torch && (
        <Button icon="torch" aria-pressed={torchOn} onClick={toggleTorch}>
          {torchOn ? text.torchOff : text.torchOn}
        </Button>
      )}
      {cameras.length > 1 && (
        <Button icon="refresh" onClick={switchCamera}>
          {text.switchCamera}
        </Button>
      )}
      {zoom && (
        <label className="camera-zoom">
          <span>{text.zoom}</span>
          <input
            type="range"
            min={zoom.min}
            max={zoom.max}
            step={zoom.step}
            defaultValue={readCameraChoice().zoom ?? zoom.min}
            onChange={(event) => void scanner.setZoom(event.target.valueAsNumber)}
          />
        </label>
      )}
    </>
  )
}
