import { useEffect, useMemo, useRef, useState } from 'react'
import { useTablet } from '../tablet-context.tsx'
import type { HandoverDraft, SurveyDraft } from './draft.ts'
import { latestOnly } from './latest-only.ts'
import { keyOfDraft, openPersonal, sealPersonal } from './seal-draft.ts'
import type { DraftActions } from './use-draft.tsx'

export interface PersonalInHand<Personal extends object> {
  /** Undefined until what lay on disk has been opened. */
  readonly personal: Personal | undefined
  /** It lay there and cannot be opened any more. */
  readonly lost: boolean
  readonly saved: boolean
  /** Shows at once, and is sealed on disk a moment later. Answers when it is there. */
  readonly changePersonal: (changes: Partial<Personal>) => Promise<boolean>
}

/**
 * What is personal in an open draft: in memory while the screen is open, on disk only sealed. `nothing` is what a draft
 * begins with in which nothing was sealed yet; it stays what it was at first.
 */
export function usePersonal<Personal extends object, D extends HandoverDraft | SurveyDraft>(
  draft: D | undefined,
  isLoading: boolean,
  actions: DraftActions<D>,
  nothing: Personal,
): PersonalInHand<Personal> {
  const { db } = useTablet()
  const [personal, setPersonal] = useState<Personal>()
  const [lost, setLost] = useState(false)
  const [writing, setWriting] = useState(0)
  const [start] = useState(nothing)
  const latest = useRef<Personal>(undefined)
  const draftId = draft?.id
  const atFirst = useRef(draft?.sealed)
  useEffect(() => {
    atFirst.current = draft?.sealed
  })

  useEffect(() => {
    if (isLoading || latest.current) return
    let isGone = false
    async function open() {
      const text = atFirst.current
      const opened =
        draftId === undefined || text === undefined
          ? start
          : await openPersonal<Personal>(await keyOfDraft(db, draftId), text)
      if (isGone || latest.current) return
      latest.current = opened ?? start
      setLost(opened === undefined)
      setPersonal(latest.current)
    }
    void open()
    return () => {
      isGone = true
    }
  }, [db, draftId, isLoading, start])

  const write = useMemo(
    () =>
      latestOnly(async (value: Personal) => {
        const open = await actions.read()
        if (!open) return false
        const sealed = await sealPersonal(await keyOfDraft(db, open.draft.id), value)
        return actions.change((draft) => ({ ...draft, sealed }))
      }),
    [db, actions],
  )

  async function changePersonal(changes: Partial<Personal>): Promise<boolean> {
    const changed = { ...(latest.current ?? start), ...changes }
    latest.current = changed
    setPersonal(changed)
    setWriting((count) => count + 1)
    try {
      return await write(changed)
    } finally {
      setWriting((count) => count - 1)
    }
  }
  return { personal, lost, saved: writing === 0, changePersonal }
}
