import type { Language } from '#shared/i18n/text'
import type { DispatchRefusal } from '#shared/movement/draft-dispatch'
import type { IntakeRefusal } from '#shared/movement/draft-intake'
import { sentenceForDraft } from '#shared/movement/draft-text'
import { storageText } from '../database/storage-text.ts'
import type { DraftRefusal } from './draft-change-store.ts'
import type { WaitingRefusal } from './draft-store.ts'
import { draftText } from './draft-text.ts'

export type CloseRefusal = IntakeRefusal | DispatchRefusal | DraftRefusal | WaitingRefusal

/** Why a draft could not be closed: something is missing on it, it was closed elsewhere, or the tablet's disk. */
export function sentenceForClose(refusal: CloseRefusal, language: Language): string {
  switch (refusal.kind) {
    case 'storage-full':
    case 'storage-broken':
    case 'not-enrolled':
      return storageText[language].refusal[refusal.kind]
    case 'draft-closed':
      return draftText[language].closedElsewhere
    case 'codes-waiting':
      return draftText[language].waitingFirst
    default:
      return sentenceForDraft(refusal)[language]
  }
}
