import { lazy, Suspense, useState } from 'react'
import { Redirect } from 'wouter'
import { enrolDevice, type EnrolRefusal } from '../device/enrol-device.ts'
import { useDeviceState } from '../device/use-device-state.tsx'
import { useTablet } from '../tablet-context.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Opening } from '../ui/opening.tsx'
import { Refusal } from '../ui/refusal.tsx'
import { useToast } from '../ui/toast.tsx'
import { enrolCodeFromText } from './code-from-text.ts'
import { enrolText } from './enrol-text.ts'

const CodeScanner = lazy(async () => ({ default: (await import('./code-scanner.tsx')).CodeScanner }))

type Refused = EnrolRefusal | { readonly kind: 'code-missing' | 'name-missing' | 'not-a-code' }

/** Makes this tablet one of a warehouse, once. The code may stand in the address: then one press is enough. */
export function EnrolScreen() {
  const text = useText(enrolText)
  const { language } = useLanguage()
  const { db, sync } = useTablet()
  const showToast = useToast()
  const state = useDeviceState()
  const [code, setCode] = useState(() => enrolCodeFromText(location.hash) ?? '')
  const [name, setName] = useState<string>(text.nameDefault)
  const [camera, setCamera] = useState(false)
  const [enrolling, setEnrolling] = useState(false)
  const [refused, setRefused] = useState<Refused>()

  if (state?.enrolled && !enrolling) return <Redirect to="/" replace />

  async function enrol() {
    if (code.trim() === '') return setRefused({ kind: 'code-missing' })
    if (name.trim() === '') return setRefused({ kind: 'name-missing' })
    setEnrolling(true)
    const enrolled = await enrolDevice(db, code, name)
    setEnrolling(false)
    if (!enrolled.ok) return setRefused(enrolled.error)
    showToast(text.done(enrolled.value.warehouseName))
    // The code is used up: it should not stay in the address.
    history.replaceState(null, '', location.pathname)
    void sync.pullNow()
  }

  function takeScan(scanned: string) {
    const read = enrolCodeFromText(scanned)
    if (read === undefined) return setRefused({ kind: 'not-a-code' })
    setRefused(undefined)
    setCode(read)
    setCamera(false)
  }

  return (
    <JobShell
      colour="brand"
      title={text.title}
      footer={
        <Button
          kind="primary"
          icon="check"
          className="push end"
          disabled={enrolling}
          onClick={() => void enrol()}
        >
          {enrolling ? text.enrolling : text.enrol}
        </Button>
      }
    >
      <form
        className="column narrow"
        onSubmit={(event) => {
          event.preventDefault()
          void enrol()
        }}
      >
        <p>{text.how}</p>
        {refused && <Refusal>{sentence(refused)}</Refusal>}
        <Button icon="qr" aria-pressed={camera} onClick={() => setCamera(!camera)}>
          {camera ? text.closeCamera : text.openCamera}
        </Button>
        {camera && (
          <Suspense fallback={<Opening />}>
            <CodeScanner onScan={takeScan} />
          </Suspense>
        )}
        <Field
          label={text.code}
          hint={text.codeHint}
          value={code}
          onChange={setCode}
          inputMode="numeric"
          autoComplete="off"
          maxLength={60}
        />
        <Field
          label={text.name}
          hint={text.nameHint}
          value={name}
          onChange={setName}
          autoComplete="off"
          maxLength={60}
        />
        <button type="submit" hidden>
          {text.enrol}
        </button>
      </form>
    </JobShell>
  )

  function sentence(refusal: Refused): string {
    switch (refusal.kind) {
      case 'code-missing':
        return text.codeMissing
      case 'name-missing':
        return text.nameMissing
      case 'not-a-code':
        return text.notACode
      case 'unreachable':
        return text.unreachable
      case 'enrolled-already':
        return text.enrolledAlready
      case 'turned-away':
        return refusal.message[language]
    }
  }
}
