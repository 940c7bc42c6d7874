import { useState } from 'react'
import { parseBarcode } from '#shared/gs1/parse-barcode'
import { dayInVietnam } from '#shared/time/time'
import { CameraView } from '../scan/camera-view.tsx'
import { sentenceForScanRefusal } from '../scan/scan-text.ts'
import type { Scan, ScanRefusal } from '../scan/scan.ts'
import { useScanner } from '../scan/use-scanner.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { deviceScreenText } from './device-screen-text.ts'

/** Reads codes back and does nothing with them: to find out whether camera and hand scanner work. */
export function TryScan() {
  const text = useText(deviceScreenText).scan
  const { language } = useLanguage()
  const { now } = useTablet()
  const [scan, setScan] = useState<Scan>()
  const [refusal, setRefusal] = useState<ScanRefusal>()
  const [typed, setTyped] = useState('')
  const scanner = useScanner({
    onScan: (scanned) => {
      setScan(scanned)
      setRefusal(undefined)
    },
    onRefusal: setRefusal,
    now,
  })
  return (
    <>
      <CameraView scanner={scanner} />
      <form
        className="with-button"
        onSubmit={(event) => {
          event.preventDefault()
          scanner.scanTyped(typed)
          setTyped('')
        }}
      >
        <Field label={text.typed} value={typed} onChange={setTyped} autoComplete="off" maxLength={500} />
        <Button type="submit" icon="check">
          {text.read}
        </Button>
      </form>
      <div aria-live="polite">
        {scan && (
          <Notice tone="green">
            {text.source[scan.source]}: <b>{scan.text.replaceAll('\u001d', ' ␝ ')}</b>
            <br />
            {meaningOf(scan)}
          </Notice>
        )}
        {refusal && <Refusal>{sentenceForScanRefusal(refusal)[language]}</Refusal>}
      </div>
    </>
  )

  function meaningOf(scanned: Scan): string {
    const parsed = parseBarcode(scanned, dayInVietnam(now()))
    if (!parsed.ok) return text.wrong
    return text.kind[parsed.value.kind]
  }
}
