import { useCallback, useEffect, useRef, useState } from 'react'
import type { Answered } from './desk-client.ts'
import type { DeskRefusal } from './desk-refusal.ts'

export interface Answer<Value> {
  /** The last good answer; it stays while the next one is on its way and when that one fails. */
  readonly value: Value | undefined
  readonly refusal: DeskRefusal | undefined
  readonly loading: boolean
  readonly reload: () => void
}

export interface AnswerOptions {
  readonly pollMs?: number
  /** What the person may not see is not asked for. */
  readonly skip?: boolean
}

interface Heard<Value> {
  readonly value: Value | undefined
  readonly refusal: DeskRefusal | undefined
  /** Which question this answers. */
  readonly question: string
}

/** Asks the server whenever `key` changes, and again every `pollMs` while the tab is looked at. */
export function useAnswer<Value>(
  key: string,
  load: (signal: AbortSignal) => Answered<Value>,
  { pollMs, skip = false }: AnswerOptions = {},
): Answer<Value> {
  const [heard, setHeard] = useState<Heard<Value>>({ value: undefined, refusal: undefined, question: '' })
  const [round, setRound] = useState(1)
  const question = `${round} ${key}`
  const newestLoad = useRef(load)
  useEffect(() => {
    newestLoad.current = load
  })

  useEffect(() => {
    if (skip) return undefined
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined

    async function ask() {
      const answer = await newestLoad.current(abort.signal)
      if (abort.signal.aborted) return
      setHeard((before) =>
        answer.ok
          ? { value: answer.value, refusal: undefined, question }
          : { value: before.value, refusal: answer.error, question },
      )
      if (pollMs !== undefined && (answer.ok || answer.error.kind === 'offline')) {
        timer = setTimeout(askIfSeen, pollMs)
      }
    }
    function askIfSeen() {
      if (document.visibilityState === 'visible') void ask()
      else timer = setTimeout(askIfSeen, pollMs)
    }
    void ask()
    return () => {
      abort.abort()
      clearTimeout(timer)
    }
  }, [question, pollMs, skip])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { value: heard.value, refusal: heard.refusal, loading: !skip && heard.question !== question, reload }
}
