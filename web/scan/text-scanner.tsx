import { useState } from 'react'
import { CameraView } from './camera-view.tsx'
import { sentenceForScanRefusal } from './scan-text.ts'
import type { ScanRefusal } from './scan.ts'
import { useScanner } from './use-scanner.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useLanguage } from '../ui/language.tsx'
import { Refusal } from '../ui/refusal.tsx'

/** Camera and hand scanner for one code whose text is wanted as it is; loaded only when it is asked for. */
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
