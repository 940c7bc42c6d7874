import { useState } from 'react'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { SurveyId } from '#shared/survey/survey'
import { surveyCode } from '#shared/survey/survey-code'
import type { DeviceIdentity } from '../database/ledger-rows.ts'
import { discardWithParts } from '../draft/discard-with-parts.ts'
import type { Draft, SurveyAbout, SurveyDraft } from '../draft/draft.ts'
import { keyOfDraft, sealPersonal } from '../draft/seal-draft.ts'
import { useDraft } from '../draft/use-draft.tsx'
import { usePersonal } from '../draft/use-personal.tsx'
import { useStaff } from '../staff/staff-context.tsx'
import { useTablet } from '../tablet-context.tsx'
import { closeSurvey } from './close-survey.ts'
import { NOTHING_FOUND, type SurveyPersonal } from './survey-input.ts'

/** What a survey begins with: of a case file that is known already, what is known of it. */
export interface SurveyStart {
  readonly caseFileId?: CaseFileId
  readonly code?: string
  readonly about: SurveyAbout
  readonly personal?: SurveyPersonal
}

/** An open survey and all that can be done to it; each step is on disk before it answers. */
export function useSurvey(surveyId: SurveyId, identity: DeviceIdentity, start: SurveyStart) {
  const { db, now, newId } = useTablet()
  const staff = useStaff()
  const [ownCaseFileId] = useState(() => newId() as CaseFileId)
  const hand = useDraft('survey', freshSealed, isSurvey(surveyId))
  const { actions, draft } = hand
  const inHand = usePersonal(draft, hand.state === 'loading', actions, start.personal ?? NOTHING_FOUND)

  function fresh(): SurveyDraft {
    return {
      kind: 'survey',
      id: surveyId,
      caseFileId: start.caseFileId ?? ownCaseFileId,
      code: start.code ?? surveyCode(surveyId),
      openedAt: now(),
      staffId: staff.id,
      typed: {},
      step: 'consent',
      about: start.about,
      pictures: [],
    }
  }

  /** What is known of the household beforehand is there after a restart too: it comes with the draft, sealed. */
  async function freshSealed(): Promise<SurveyDraft> {
    if (!start.personal) return fresh()
    return { ...fresh(), sealed: await sealPersonal(await keyOfDraft(db, surveyId), start.personal) }
  }

  /** A position or a picture may come when this survey is recorded already: it opens no other. */
  const edit = (how: (open: SurveyDraft) => SurveyDraft) => actions.change(how, draft?.id)
  const change = (changes: Partial<SurveyDraft>) => edit((open) => ({ ...open, ...changes }))
  const tell = (about: Partial<SurveyAbout>) =>
    edit((open) => ({ ...open, about: { ...open.about, ...about } }))

  const close = () =>
    actions.inTurn(async () => {
      const open = await actions.find()
      if (!open) return { ok: false as const, error: { kind: 'draft-closed' as const } }
      const { deviceId, warehouseId } = identity
      const signature = { deviceId, warehouseId, staffId: staff.id, now: now() }
      return closeSurvey(db, open.draft, await inHand.personalNow(surveyId), signature)
    })

  async function discard() {
    if (draft) await discardWithParts(db, draft.id)
  }

  return {
    ...inHand,
    hand,
    isOpen: draft !== undefined,
    shown: draft ?? fresh(),
    change,
    tell,
    close,
    discard,
  }
}
export type SurveyInHand = ReturnType<typeof useSurvey>

export function isSurvey(surveyId: string) {
  return (draft: Draft) => draft.kind === 'survey' && draft.id === surveyId
}
