import type { Sentence } from '#shared/i18n/text'

/** Why a server does not start, told in words and not as a stack. */
export class StartRefusal extends Error {
  readonly sentence: Sentence

  constructor(sentence: Sentence) {
    super(sentence.en)
    this.sentence = sentence
  }
}
