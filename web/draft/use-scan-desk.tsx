import { useEffect, useState } from 'react'
import type { Sentence } from '#shared/i18n/text'
import { createFeedback, type FeedbackKind } from '../scan/feedback.ts'
import type { Scan } from '../scan/scan.ts'
import { sentenceForScanRefusal } from '../scan/scan-text.ts'
import type { Scanner } from '../scan/scanner.ts'
import { useScanner } from '../scan/use-scanner.tsx'
import { useTablet } from '../tablet-context.tsx'

/** What became of a scan, once it is on disk. */
export interface ScanAnswer {
  readonly feedback: FeedbackKind
  /** Why it was stopped and what to do. */
  readonly sentence?: Sentence
  /** What was typed is no code but words: the dialog it was typed in says so. */
  readonly words?: true
}

export const TYPED_WORDS: ScanAnswer = { feedback: 'stopped', words: true }

export interface ScanDesk {
  readonly scanner: Scanner
  readonly flash: FeedbackKind | undefined
  /** The sentence of the last scan, if it was stopped; goes with the next. */
  readonly sentence: Sentence | undefined
  readonly answer: (answer: ScanAnswer) => void
  readonly clear: () => void
}

const FLASH_MS = 900

/** Scans in, answers out: a tone, a vibration and a flash only after `take` says that it is on disk. */
export function useScanDesk(take: (scan: Scan) => Promise<ScanAnswer>): ScanDesk {
  const { now } = useTablet()
  const [flashed, setFlashed] = useState<{ readonly kind: FeedbackKind }>()
  const [sentence, setSentence] = useState<Sentence>()
  const [feedback] = useState(() => createFeedback((kind) => setFlashed({ kind })))
  useEffect(() => {
    if (!flashed) return
    const timer = setTimeout(() => setFlashed(undefined), FLASH_MS)
    return () => clearTimeout(timer)
  }, [flashed])
  useEffect(() => {
    const unlock = () => feedback.unlock()
    addEventListener('pointerdown', unlock, { once: true })
    return () => removeEventListener('pointerdown', unlock)
  }, [feedback])

  const answer = ({ feedback: kind, sentence }: ScanAnswer) => {
    setSentence(sentence)
    feedback.give(kind)
  }
  const scanner = useScanner({
    onScan: (scan) => void take(scan).then(answer),
    onRefusal: (refusal) => answer({ feedback: 'stopped', sentence: sentenceForScanRefusal(refusal) }),
    now,
  })
  return { scanner, flash: flashed?.kind, sentence, answer, clear: () => setSentence(undefined) }
}
