import { useCallback, useState } from 'react'
import { useDesk } from './desk-context.tsx'

export interface Kept<Typed> {
  readonly typed: Typed
  readonly type: (change: Partial<Typed>) => void
  readonly forget: () => void
  /** True when the form opened with what was typed before. */
  readonly wasKept: boolean
}

/**
 * What stands half typed in a form, kept at every keystroke until it is saved or dropped. `secrets` are kept in memory
 * only: a password, a PIN and what is known of a person must not lie on the desk's computer.
 */
export function useKept<Typed extends object>(
  form: string,
  initial: Typed,
  secrets: readonly (keyof Typed)[] = [],
): Kept<Typed> {
  const { kept, me } = useDesk()
  const name = `${me.id}:${form}`
  const [typed, setTyped] = useState<Typed>(() => ({ ...initial, ...(kept.read(name) as Partial<Typed>) }))
  const [wasKept, setWasKept] = useState(() => JSON.stringify(typed) !== JSON.stringify(initial))

  const type = useCallback(
    (change: Partial<Typed>) => {
      setTyped((before) => {
        const next = { ...before, ...change }
        const open = Object.fromEntries(
          Object.entries(next).filter(([field]) => !secrets.includes(field as keyof Typed)),
        )
        kept.keep(name, next, open)
        return next
      })
    },
    // The list of secrets is a constant of each form.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
    [kept, name],
  )
  const forget = useCallback(() => {
    kept.forget(name)
    setTyped(initial)
    setWasKept(false)
    // What a form starts with is only read when it starts.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [kept, name])

  return { typed, type, forget, wasKept }
}
