import { useEffect, useState } from 'react'
import { createScanner, type Scanner, type ScannerDeps } from './scanner.ts'

/**
 * A scanner that lives as long as the screen, with the wedge listening. The callbacks may change at every
 * rendering; the scanner always calls the latest.
 */
export function useScanner(deps: ScannerDeps): Scanner {
  const [{ scanner, answerWith }] = useState(() => openScanner(deps))
  useEffect(() => answerWith(deps))
  useEffect(() => {
    const stopWedge = scanner.listenToWedge()
    return () => {
      stopWedge()
      scanner.close()
    }
  }, [scanner])
  return scanner
}

function openScanner(deps: ScannerDeps): {
  readonly scanner: Scanner
  readonly answerWith: (deps: ScannerDeps) => void
} {
  let latest = deps
  return {
    scanner: createScanner({
      onScan: (scan) => latest.onScan(scan),
      onRefusal: (refusal) => latest.onRefusal(refusal),
      now: () => latest.now(),
    }),
    answerWith: (next) => {
      latest = next
    },
  }
}
