import { useEffect, useState } from 'react'
import { useTablet } from '../tablet-context.tsx'
import type { HandoverDraft, SurveyDraft } from './draft.ts'
import { holdPersonal, type Shown } from './hold-personal.ts'
import type { DraftActions } from './draft-actions.ts'

export interface PersonalInHand<Personal extends object> {
  /** Undefined until what lay on disk has been opened. */
  readonly personal: Personal | undefined
  /** It lay there and cannot be opened any more. */
  readonly lost: boolean
  readonly saved: boolean
  /** Shows at once, and is sealed on disk a moment later. Answers when it is there. */
  readonly changePersonal: (changes: Partial<Personal>) => Promise<boolean>
  /** What is on disk at this moment, from whichever window, with what this one has not written yet. */
  readonly personalNow: (draftId: string) => Promise<Personal>
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
  const [shown, setShown] = useState<Shown<Personal>>()
  const [writing, setWriting] = useState(0)
  const [hold] = useState(() => holdPersonal(db, actions, nothing, setShown))
  const { id: draftId, sealed } = draft ?? {}

  useEffect(() => (isLoading ? undefined : hold.look(draftId, sealed)), [hold, draftId, sealed, isLoading])

  async function changePersonal(changes: Partial<Personal>): Promise<boolean> {
    setWriting((count) => count + 1)
    try {
      return await hold.change(draftId, changes)
    } finally {
      setWriting((count) => count - 1)
    }
  }
  return {
    personal: shown?.personal,
    lost: shown?.lost ?? false,
    saved: writing === 0,
    changePersonal,
    personalNow: hold.now,
  }
}
