import { useEffect, useMemo, useRef, useState } from 'react'
import type { DraftActions } from '../draft/use-draft.tsx'
import type { HandoverDraft } from '../draft/draft.ts'
import { latestOnly } from '../draft/latest-only.ts'
import { useTablet } from '../tablet-context.tsx'
import { NOTHING_PERSONAL, type PersonalInput } from './personal-input.ts'
import { keyOfDraft, openPersonal, sealPersonal } from './seal-draft.ts'

export interface PersonalInHand {
  /** Undefined until what lay on disk has been opened. */
  readonly personal: PersonalInput | undefined
  /** It lay there and cannot be opened any more. */
  readonly lost: boolean
  readonly saved: boolean
  /** Shows at once, and is sealed on disk a moment later. Answers when it is there. */
  readonly changePersonal: (changes: Partial<PersonalInput>) => Promise<boolean>
}

/** What is personal in an open handover: in memory while the screen is open, on disk only sealed. */
export function usePersonal(
  draft: HandoverDraft | undefined,
  isLoading: boolean,
  actions: DraftActions<HandoverDraft>,
): PersonalInHand {
  const { db } = useTablet()
  const [personal, setPersonal] = useState<PersonalInput>()
  const [lost, setLost] = useState(false)
  const [writing, setWriting] = useState(0)
  const latest = useRef<PersonalInput>(undefined)
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
          ? NOTHING_PERSONAL
          : await openPersonal(await keyOfDraft(db, draftId), text)
      if (isGone || latest.current) return
      latest.current = opened ?? NOTHING_PERSONAL
      setLost(opened === undefined)
      setPersonal(latest.current)
    }
    void open()
    return () => {
      isGone = true
    }
  }, [db, draftId, isLoading])

  const write = useMemo(
    () =>
      latestOnly(async (value: PersonalInput) => {
        const open = await actions.read()
        if (!open) return false
        const sealed = await sealPersonal(await keyOfDraft(db, open.draft.id), value)
        return actions.change((draft) => ({ ...draft, sealed }))
      }),
    [db, actions],
  )

  async function changePersonal(changes: Partial<PersonalInput>): Promise<boolean> {
    latest.current = { ...latest.current, ...changes }
    setPersonal(latest.current)
    setWriting((count) => count + 1)
    try {
      return await write(latest.current)
    } finally {
      setWriting((count) => count - 1)
    }
  }
  return { personal, lost, saved: writing === 0, changePersonal }
}
