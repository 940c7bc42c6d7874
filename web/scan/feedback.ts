/** What became of a scan: taken in, the same once more, known but to be weighed, not known here, or not allowed. */
export type FeedbackKind = 'taken' | 'again' | 'to-weigh' | 'unknown' | 'stopped'

interface Beep {
  readonly hertz: number
  readonly fromMs: number
  readonly forMs: number
  readonly shape: OscillatorType
}

/** Told apart without looking: one high, two high, one rising, one falling, one long and low. */
const BEEPS: Readonly<Record<FeedbackKind, readonly Beep[]>> = {
  taken: [{ hertz: 1_320, fromMs: 0, forMs: 90, shape: 'sine' }],
  again: [
    { hertz: 1_320, fromMs: 0, forMs: 70, shape: 'sine' },
    { hertz: 1_320, fromMs: 120, forMs: 70, shape: 'sine' },
  ],
  'to-weigh': [
    { hertz: 780, fromMs: 0, forMs: 90, shape: 'sine' },
    { hertz: 1_040, fromMs: 100, forMs: 140, shape: 'sine' },
  ],
  unknown: [
    { hertz: 620, fromMs: 0, forMs: 130, shape: 'triangle' },
    { hertz: 440, fromMs: 140, forMs: 180, shape: 'triangle' },
  ],
  stopped: [{ hertz: 180, fromMs: 0, forMs: 420, shape: 'sawtooth' }],
}

const VIBRATIONS_MS: Readonly<Record<FeedbackKind, number[]>> = {
  taken: [60],
  again: [50, 60, 50],
  'to-weigh': [60, 60, 120],
  unknown: [120, 80, 120],
  stopped: [400],
}

export interface Feedback {
  /** Answers a scan in all ways the device has; never waits and never fails. */
  give(kind: FeedbackKind): void
  /** Browsers allow sound only after a touch: call it from the button that starts the job. */
  unlock(): void
}

/** `onFlash` shows it on the screen, for loud halls and for people who do not hear. */
export function createFeedback(onFlash: (kind: FeedbackKind) => void): Feedback {
  let audio: AudioContext | undefined

  function sound(): AudioContext | undefined {
    try {
      audio ??= new AudioContext({ latencyHint: 'interactive' })
      if (audio.state !== 'running') audio.resume().catch(() => undefined)
      return audio
    } catch {
      return undefined
    }
  }

  return {
    give(kind) {
      onFlash(kind)
      const context = sound()
      if (context) for (const beep of BEEPS[kind]) play(context, beep)
      try {
        navigator.vibrate?.(VIBRATIONS_MS[kind])
      } catch {
        // A device without a motor, or a page that was never touched: tone and flash have answered.
      }
    },
    unlock: () => void sound(),
  }
}

/** Rises and falls within a few milliseconds, or the loudspeaker clicks. */
function play(context: AudioContext, { hertz, fromMs, forMs, shape }: Beep): void {
  const from = context.currentTime + fromMs / 1000
  const until = from + forMs / 1000
  const oscillator = new OscillatorNode(context, { frequency: hertz, type: shape })
  const gain = new GainNode(context, { gain: 0 })
  gain.gain.setValueAtTime(0, from)
  gain.gain.linearRampToValueAtTime(0.3, from + 0.005)
  gain.gain.setValueAtTime(0.3, until - 0.01)
  gain.gain.linearRampToValueAtTime(0, until)
  oscillator.connect(gain).connect(context.destination)
  oscillator.start(from)
  oscillator.stop(until)
}
