import { useEffect, useRef, useState } from 'react'
import { enrolDevice, type EnrolRefusal } from '../device/enrol-device.ts'
import { useDeviceState } from '../device/use-device-state.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useText } from '../ui/language.tsx'
import { useToast } from '../ui/toast.tsx'
import { enrolCodeFromText } from './code-from-text.ts'
import { readEnrolLink } from './enrol-link.ts'
import { enrolText } from './enrol-text.ts'

export type EnrolProblem = EnrolRefusal | { readonly kind: 'code-missing' | 'name-missing' | 'not-a-code' }

/** What is typed or came with the link, and how far enrolling is. A link that leaves nothing to ask begins by itself. */
export function useEnrol() {
  const text = useText(enrolText)
  const { db, sync } = useTablet()
  const showToast = useToast()
  const state = useDeviceState()
  const [link] = useState(() => readEnrolLink(location))
  const [code, setCode] = useState(link.code ?? '')
  const [name, setName] = useState<string>(link.name ?? text.nameDefault)
  const [enrolling, setEnrolling] = useState(false)
  const [problem, setProblem] = useState<EnrolProblem>()
  const hasBegun = useRef(false)
  const isWhole = link.code !== undefined && link.name !== undefined
  const mayBegin = isWhole && state !== undefined && !state.enrolled

  async function enrol() {
    if (code.trim() === '') return setProblem({ kind: 'code-missing' })
    if (name.trim() === '') return setProblem({ kind: 'name-missing' })
    setEnrolling(true)
    const enrolled = await enrolDevice(db, code, name)
    setEnrolling(false)
    if (!enrolled.ok) return setProblem(enrolled.error)
    showToast(text.done(enrolled.value.warehouseName))
    // The code is used up: it should not stay in the address.
    history.replaceState(null, '', location.pathname)
    void sync.pullNow()
  }

  useEffect(() => {
    if (!mayBegin || hasBegun.current) return
    hasBegun.current = true
    void enrol()
  })

  return {
    code,
    setCode,
    name,
    setName,
    enrolling,
    problem,
    enrol,
    /** Nothing to do but to wait: the form comes when it did not work. */
    isByItself: isWhole && problem === undefined,
    isDone: state?.enrolled !== undefined && !enrolling,
    /** Whether it was a code that enrols. */
    takeScan: (scanned: string): boolean => {
      const read = enrolCodeFromText(scanned)
      setProblem(read === undefined ? { kind: 'not-a-code' } : undefined)
      if (read !== undefined) setCode(read)
      return read !== undefined
    },
  }
}
