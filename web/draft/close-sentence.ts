import type { Language } from '#shared/i18n/text'
import type { DispatchRefusal } from '#shared/movement/draft-dispatch'
import type { IntakeRefusal } from '#shared/movement/draft-intake'
import { sentenceForDraft } from '#shared/movement/draft-text'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import { storageText } from '../database/storage-text.ts'

export type CloseRefusal = IntakeRefusal | DispatchRefusal | StorageRefusal

/** Why a slip could not be closed: something is missing on it, or the tablet's disk. */
export function sentenceForClose(refusal: CloseRefusal, language: Language): string {
  switch (refusal.kind) {
    case 'storage-full':
    case 'storage-broken':
    case 'not-enrolled':
      return storageText[language].refusal[refusal.kind]
    default:
      return sentenceForDraft(refusal)[language]
  }
}
