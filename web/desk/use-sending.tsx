import { useCallback, useState } from 'react'
import { useLanguage } from '../ui/language.tsx'
import type { Answered } from './desk-client.ts'
import { sentenceForField, sentenceForRefusal, type DeskRefusal } from './desk-refusal.ts'

export interface Sending {
  readonly busy: boolean
  readonly refusal: DeskRefusal | undefined
  /** Somebody else has changed it meanwhile. */
  readonly isStale: boolean
  /** What to say at the end of the form: everything that no field of the form says already. */
  readonly sentence: string | undefined
  /** What to say beside one field. */
  readonly field: (path: string) => string | undefined
  /** Sends once, however often it is pressed; the value when it was taken, undefined when it was refused. */
  readonly send: <Value>(request: () => Answered<Value>) => Promise<Value | undefined>
  readonly clear: () => void
}

export function useSending(fieldNames: readonly string[] = []): Sending {
  const { language } = useLanguage()
  const [busy, setBusy] = useState(false)
  const [refusal, setRefusal] = useState<DeskRefusal>()

  const send = useCallback(
    async <Value,>(request: () => Answered<Value>): Promise<Value | undefined> => {
      if (busy) return undefined
      setBusy(true)
      setRefusal(undefined)
      const answer = await request()
      setBusy(false)
      if (answer.ok) return answer.value
      setRefusal(answer.error)
      requestAnimationFrame(() => document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus())
      return undefined
    },
    [busy],
  )

  return {
    busy,
    refusal,
    isStale: refusal?.kind === 'refused' && refusal.reason === 'conflict',
    sentence: generalSentence(refusal, fieldNames)?.[language],
    field: (path) => sentenceForField(refusal, path)?.[language],
    send,
    clear: () => setRefusal(undefined),
  }
}

function generalSentence(refusal: DeskRefusal | undefined, fieldNames: readonly string[]) {
  if (!refusal) return undefined
  if (refusal.kind !== 'invalid') return sentenceForRefusal(refusal)
  const unseen = refusal.fields.find(
    ({ field }) => !fieldNames.some((name) => field === name || field.startsWith(`${name}.`)),
  )
  return unseen?.message
}
