import { useState } from 'react'
import type { MovementId } from '#shared/movement/movement'
import { discardWithParts } from '../draft/discard-with-parts.ts'
import type { HandoverDraft, HandoverStep } from '../draft/draft.ts'
import { useDraft } from '../draft/use-draft.tsx'
import { useTablet } from '../tablet-context.tsx'
import { useTripHand } from '../trip/trip-hand.tsx'
import { isAt, type AtTheDoor } from './at-the-door.ts'
import { changeAllLines, changeLine, type LineChange } from './change-lines.ts'
import { closeHandover } from './close-handover.ts'
import { NOTHING_PERSONAL } from './personal-input.ts'
import { usePersonal } from '../draft/use-personal.tsx'

/** An open handover and all that can be done to it; each step is on disk before it answers. */
export function useHandover({ identity, goods, ...door }: AtTheDoor) {
  const { db, now, newId } = useTablet()
  const { staff, withoutPin } = useTripHand()
  const [movementId] = useState(() => newId() as MovementId)
  const hand = useDraft('handover', fresh, isAt(door.consignmentId))
  const { actions, draft } = hand
  const inHand = usePersonal(draft, hand.state === 'loading', actions, NOTHING_PERSONAL)

  function fresh(): HandoverDraft {
    return {
      ...door,
      kind: 'handover',
      id: newId(),
      movementId,
      openedAt: now(),
      staffId: staff.id,
      typed: {},
      step: 'goods',
      lines: goods,
      pictures: [],
      signedAt: {},
      ...(withoutPin && { withoutPin: true as const }),
    }
  }

  /** A position or a picture may come when this handover is recorded already: it opens no other. */
  const edit = (how: (open: HandoverDraft) => HandoverDraft) => actions.change(how, draft?.id)
  const change = (changes: Partial<HandoverDraft>) => edit((open) => ({ ...open, ...changes }))

  const goTo = (step: HandoverStep) =>
    edit((draft) => {
      const { giver: _, ...open } = draft
      return { ...open, step }
    })

  const editLine = (lotId: string, lineChange: LineChange) =>
    edit((open) => ({ ...open, lines: changeLine(open.lines, lotId, lineChange) }))

  const setAll = (share: 'all' | 'none') =>
    edit((open) => ({ ...open, lines: changeAllLines(open.lines, share, 'absent') }))

  const close = () =>
    actions.inTurn(async () => {
      const open = await actions.find()
      if (!open) return { ok: false as const, error: { kind: 'draft-closed' as const } }
      const { deviceId, warehouseId } = identity
      const { withoutPin: _, ...draft } = withTick(open.draft)
      // A PIN that came back to mind at the last step counts.
      const isGiven = draft.giver?.staffId === staff.id
      const signed: HandoverDraft = isGiven ? draft : { ...draft, withoutPin: true }
      const signature = { deviceId, warehouseId, staffId: staff.id, now: now() }
      return closeHandover(db, signed, await inHand.personalNow(draft.id), signature)
    })

  async function discard() {
    if (draft) await discardWithParts(db, draft.id)
  }

  /** A tick that turned red since this was begun is known as well as one that was red before. */
  function withTick(open: HandoverDraft): HandoverDraft {
    const basis = open.basis ?? door.basis
    return basis ? { ...open, basis } : open
  }

  /** What is shown before anything has been done. */
  const shown = draft ? withTick(draft) : { ...fresh(), id: '' }
  return {
    ...inHand,
    hand,
    draft: shown,
    isOpen: draft !== undefined,
    change,
    goTo,
    editLine,
    setAll,
    close,
    discard,
  }
}

export type HandoverInHand = ReturnType<typeof useHandover>
