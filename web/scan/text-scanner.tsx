import { useState } from 'react'
import { CameraView } from './camera-view.tsx'
import { sentenceForScanRefusal } from './scan-text.ts'
import type { ScanRefusal } from './scan.ts'
import { useScanner } from './use-scanner.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'

/**
 * Camera and hand scanner for one code whose text is wanted as it is. Comes with the screens that ask for it: a browser
 * that could not fetch a piece of code does not try again while the page is open, and a job would end there.
 */
export function TextScanner({ onScan }: { readonly onScan: (text: string) => void }) {
  const { now } = useTablet()
  const { language } = useLanguage()
  const [refusal, setRefusal] = useState<ScanRefusal>()
  const scanner = useScanner({ onScan: ({ text }) => onScan(text), onRefusal: setRefusal, now })
  return (
    <>
      <CameraView scanner={scanner} startsOn />
      {refusal && <Refusal>{sentenceForScanRefusal(refusal)[language]}</Refusal>}
    </>
  )
}
