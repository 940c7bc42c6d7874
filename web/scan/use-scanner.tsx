import { useEffect, useMemo, useRef } from 'react'
import { createScanner, type Scanner, type ScannerDeps } from './scanner.ts'

/**
 * A scanner that lives as long as the screen, with the wedge listening. The callbacks may change at every
 * rendering; the scanner always calls the latest.
 */
export function useScanner(deps: ScannerDeps): Scanner {
  const latest = useRef(deps)
  useEffect(() => {
    latest.current = deps
  })
  const scanner = useMemo(
    () =>
      createScanner({
        onScan: (scan) => latest.current.onScan(scan),
        onRefusal: (refusal) => latest.current.onRefusal(refusal),
        now: () => latest.current.now(),
      }),
    [],
  )
  useEffect(() => {
    const stopWedge = scanner.listenToWedge()
    return () => {
      stopWedge()
      scanner.close()
    }
  }, [scanner])
  return scanner
}
