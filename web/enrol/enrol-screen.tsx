import { useState } from 'react'
import { Redirect } from 'wouter'
import { TextScanner } from '../scan/text-scanner.tsx'
import { Button } from '../ui/button.tsx'
import { Field } from '../ui/field.tsx'
import { JobShell } from '../ui/job-shell.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice, Refusal } from '../ui/refusal.tsx'
import { DEVICE_NAME_LENGTH_MAX } from './enrol-link.ts'
import { enrolText } from './enrol-text.ts'
import { useEnrol, type EnrolProblem } from './use-enrol.tsx'

/**
 * Makes this tablet one of a warehouse, once. The code may stand in the address: then one press is enough, and none
 * where the link names the device too.
 */
export function EnrolScreen() {
  const text = useText(enrolText)
  const { language } = useLanguage()
  const { code, setCode, name, setName, enrolling, problem, enrol, takeScan, ...progress } = useEnrol()
  const [camera, setCamera] = useState(false)

  if (progress.isDone) return <Redirect to="/" replace />
  if (progress.isByItself) {
    return (
      <JobShell colour="brand" title={text.title}>
        <div className="column narrow">
          <Notice>{text.byItself(name)}</Notice>
        </div>
      </JobShell>
    )
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
        {problem && <Refusal>{sentence(problem)}</Refusal>}
        <Button icon="qr" aria-pressed={camera} onClick={() => setCamera(!camera)}>
          {camera ? text.closeCamera : text.openCamera}
        </Button>
        {camera && <TextScanner onScan={(scanned) => setCamera(!takeScan(scanned))} />}
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
          maxLength={DEVICE_NAME_LENGTH_MAX}
        />
        <button type="submit" hidden>
          {text.enrol}
        </button>
      </form>
    </JobShell>
  )

  function sentence(problem: EnrolProblem): string {
    switch (problem.kind) {
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
        return problem.message[language]
    }
  }
}
