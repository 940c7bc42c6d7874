import type { DeviceSignature } from '#shared/movement/signature'
import type { PartHash } from '#shared/part/part'
import { ok, type Result } from '#shared/result'
import type { SurveyPart } from '#shared/survey/survey-part'
import type { Survey, SurveyId } from '#shared/survey/survey'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import type { DraftRefusal } from '../draft/draft-change-store.ts'
import { closeDraft, discardDraft } from '../draft/draft-store.ts'
import type { SurveyDraft } from '../draft/draft.ts'
import { keepPart, listPartsOf, releaseParts, takeOutPart, type KeepRefusal } from '../part/part-store.ts'
import { householdFrom, needsFrom, type SurveyPersonal } from './survey-input.ts'

export type CloseSurveyRefusal = StorageRefusal | DraftRefusal | KeepRefusal

/**
 * Turns an open survey into its fact, in the transaction that ends the draft. The household is sealed and on disk first,
 * and held until then: whatever dies between two steps, it is there once.
 */
export async function closeSurvey(
  db: LedgerDatabase,
  draft: SurveyDraft,
  personal: SurveyPersonal,
  signature: DeviceSignature,
): Promise<Result<string, CloseSurveyRefusal>> {
  const recorded = await db.surveys.get(draft.id)
  if (recorded) {
    // In another window, a moment ago.
    await discardDraft(db, draft.id)
    return ok(recorded.code)
  }
  const household = await keepHousehold(db, draft, personal)
  if (!household.ok) return household
  const parts = [household.value, ...draft.pictures]
  const closed = await closeDraft(db, draft.id, {
    facts: [{ kind: 'survey', body: surveyOf(draft, parts, signature) }],
  })
  if (!closed.ok) return closed
  await db.step('survey: closed')
  await releaseParts(db, parts)
  return ok(draft.code)
}

async function keepHousehold(
  db: LedgerDatabase,
  { id: subjectId, caseFileId, pictures }: SurveyDraft,
  personal: SurveyPersonal,
): Promise<Result<PartHash, KeepRefusal>> {
  // Made just before the device died, and perhaps changed since: made again from what is typed now.
  for (const { hash } of await listPartsOf(db, subjectId)) {
    if (!pictures.includes(hash)) await takeOutPart(db, hash)
  }
  const content: SurveyPart = { surveyId: subjectId, household: householdFrom(personal) }
  const plain = new TextEncoder().encode(JSON.stringify(content))
  return keepPart(db, { kind: 'survey', subjectId, caseFileId, plain, held: true })
}

function surveyOf(
  { id, caseFileId, code, about, consent }: SurveyDraft,
  parts: readonly PartHash[],
  { deviceId, warehouseId, staffId, now }: DeviceSignature,
): Survey {
  const { category, subCategory, provinceCode, communeCode, householdSize } = about
  return {
    id: id as SurveyId,
    caseFileId,
    code,
    deviceId,
    staffId,
    warehouseId,
    occurredAt: now,
    category: category!,
    ...(subCategory && { subCategory }),
    provinceCode: provinceCode!,
    communeCode: communeCode!,
    householdSize: Number(householdSize),
    needs: needsFrom(about),
    consent: consent!,
    parts: [...parts],
  }
}
