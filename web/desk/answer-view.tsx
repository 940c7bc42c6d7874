import type { ReactNode } from 'react'
import { Button } from '../ui/button.tsx'
import { EmptyState } from '../ui/empty-state.tsx'
import { useLanguage, useText } from '../ui/language.tsx'
import { Notice } from '../ui/refusal.tsx'
import { sentenceForRefusal } from './desk-refusal.ts'
import { deskText } from './desk-text.ts'
import type { Answer } from './use-answer.tsx'

export interface AnswerViewProps<Value> {
  readonly answer: Answer<Value>
  readonly children: (value: Value) => ReactNode
}

/** Loading, failed with a way to retry, or the value; a failed refresh says so above what was loaded before. */
export function AnswerView<Value>({ answer, children }: AnswerViewProps<Value>) {
  const text = useText(deskText)
  const { language } = useLanguage()
  const { value, refusal, loading, reload } = answer
  const retry = (
    <Button icon="refresh" onClick={reload} disabled={loading}>
      {text.retry}
    </Button>
  )
  if (value === undefined && refusal) {
    const forbidden = refusal.kind === 'refused' && refusal.reason === 'not-allowed'
    return (
      <EmptyState
        icon={refusal.kind === 'offline' ? 'offline' : forbidden ? 'lock' : 'alert'}
        title={forbidden ? text.notAllowed : sentenceForRefusal(refusal)[language]}
      >
        {forbidden ? <p>{text.notAllowedHint}</p> : retry}
      </EmptyState>
    )
  }
  if (value === undefined) {
    return <output className="loading">{text.loading}</output>
  }
  return (
    <>
      {refusal && (
        <Notice tone="yellow">
          <p>
            {sentenceForRefusal(refusal)[language]} {text.stale}
          </p>
          {retry}
        </Notice>
      )}
      {children(value)}
    </>
  )
}
