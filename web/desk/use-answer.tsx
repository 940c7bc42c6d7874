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
}

/** Asks the server whenever `key` changes, and again every `pollMs` while the tab is looked at. */
export function useAnswer<Value>(
  key: string,
  load: (signal: AbortSignal) => Answered<Value>,
  { pollMs }: AnswerOptions = {},
): Answer<Value> {
  const [state, setState] = useState<Omit<Answer<Value>, 'reload'>>({
    value: undefined,
    refusal: undefined,
    loading: true,
  })
  const [round, setRound] = useState(0)
  const newestLoad = useRef(load)
  useEffect(() => {
    newestLoad.current = load
  })

  useEffect(() => {
    const abort = new AbortController()
    let timer: ReturnType<typeof setTimeout> | undefined
    setState((before) => ({ ...before, loading: true }))

    async function ask() {
      const answer = await newestLoad.current(abort.signal)
      if (abort.signal.aborted) return
      if (answer.ok) setState({ value: answer.value, refusal: undefined, loading: false })
      else setState((before) => ({ ...before, refusal: answer.error, loading: false }))
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
  }, [key, round, pollMs])

  const reload = useCallback(() => setRound((before) => before + 1), [])
  return { ...state, reload }
}
