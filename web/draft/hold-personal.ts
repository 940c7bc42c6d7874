import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { HandoverDraft, SurveyDraft } from './draft.ts'
import { latestOnly } from './latest-only.ts'
import { keyOfDraft, openPersonal, sealPersonal } from './seal-draft.ts'
import type { DraftActions } from './draft-actions.ts'

export interface Shown<Personal extends object> {
  readonly personal: Personal
  /** It lay on disk and cannot be opened any more. */
  readonly lost: boolean
}

export interface PersonalHold<Personal extends object> {
  /** Shows what lies in this draft. What was not written of another belongs to it alone. Answers how to turn away. */
  readonly look: (draftId: string | undefined, sealed: string | undefined) => () => void
  readonly change: (draftId: string | undefined, changes: Partial<Personal>) => Promise<boolean>
  readonly now: (draftId: string) => Promise<Personal>
}

/**
 * Holds what is personal in an open draft. Two windows take nothing from each other: each change is made, in turn, to
 * what is on disk at that moment. What comes for a draft that is closed is written nowhere.
 */
export function holdPersonal<Personal extends object, D extends HandoverDraft | SurveyDraft>(
  db: LedgerDatabase,
  actions: DraftActions<D>,
  nothing: Personal,
  tell: (shown: Shown<Personal>) => void,
): PersonalHold<Personal> {
  let idNow: string | undefined
  let shown: Personal | undefined
  /** What is shown was made from this text on disk. */
  let madeFrom: string | undefined
  let waiting: Partial<Personal> = {}

  function show(onDisk: Personal, sealed: string | undefined, lost = false): void {
    shown = { ...onDisk, ...waiting }
    madeFrom = sealed
    tell({ personal: shown, lost })
  }

  async function open(
    draftId: string | undefined,
    sealed: string | undefined,
  ): Promise<Personal | undefined> {
    if (draftId === undefined || sealed === undefined) return nothing
    return openPersonal<Personal>(await keyOfDraft(db, draftId), sealed)
  }

  async function now(draftId: string): Promise<Personal> {
    const onDisk = (await db.drafts.get(draftId)) as D | undefined
    return { ...((await open(draftId, onDisk?.sealed)) ?? nothing), ...waiting }
  }

  const write = latestOnly(async (meant: string | undefined) => {
    // The first word opens the draft.
    const draftId = meant ?? (await actions.read())?.draft.id
    if (draftId === undefined) return false
    return actions.inTurn(async () => {
      if ((await actions.find())?.draft.id !== draftId) return false
      const written = waiting
      const personal = await now(draftId)
      const sealed = await sealPersonal(await keyOfDraft(db, draftId), personal)
      madeFrom = sealed
      if (!(await actions.change((draft) => ({ ...draft, sealed }), draftId))) return false
      waiting = withoutWritten(waiting, written)
      show(personal, sealed)
      return true
    })
  })

  return {
    now,
    look(draftId, sealed) {
      const isOther = idNow !== undefined && idNow !== draftId
      if (isOther) waiting = {}
      idNow = draftId
      let isGone = false
      const isNews = !shown || isOther || madeFrom !== sealed
      async function read() {
        const opened = await open(draftId, sealed)
        if (!isGone) show(opened ?? nothing, sealed, opened === undefined)
      }
      if (isNews) void read()
      return () => (isGone = true)
    },
    async change(draftId, changes) {
      if (draftId !== undefined && draftId !== idNow) return false
      waiting = { ...waiting, ...changes }
      show(shown ?? nothing, madeFrom)
      return write(draftId)
    },
  }
}

/** What was changed again meanwhile waits for the next turn. */
function withoutWritten<Personal extends object>(
  waiting: Partial<Personal>,
  written: Partial<Personal>,
): Partial<Personal> {
  const left = Object.entries(waiting).filter(([key, value]) => written[key as keyof Personal] !== value)
  return Object.fromEntries(left) as Partial<Personal>
}
