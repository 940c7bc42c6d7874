import type { Language } from '#shared/i18n/text'
import type { KeepRefusal } from '../part/part-store.ts'
import { partText } from '../part/part-text.ts'
import { sentenceForClose, type CloseRefusal } from './close-sentence.ts'

/** The same for a draft with sealed parts, which may not have been kept; its words are no part of the first load. */
export function sentenceForCloseWithParts(refusal: CloseRefusal | KeepRefusal, language: Language): string {
  switch (refusal.kind) {
    case 'no-key':
    case 'part-too-large':
      return partText[language].refusal[refusal.kind]
    default:
      return sentenceForClose(refusal, language)
  }
}
