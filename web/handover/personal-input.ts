import type { Stroke } from '#shared/handover/handover-parts'
import { normaliseNumber } from '#shared/person/mark'
import type { Place } from '#shared/person/person'
import type { HandoverDraft } from '../draft/draft.ts'

export type Signer = 'recipient' | 'witness'

/** A field that was signed in, in its own pixels. */
export interface Signed {
  readonly strokes: readonly Stroke[]
  readonly width: number
  readonly height: number
}

/** What is personal in an open handover: in memory, and on disk only sealed. */
export interface PersonalInput {
  readonly proxyName?: string
  readonly proxyWhy?: string
  readonly phone?: string
  /** As typed. */
  readonly idNumber?: string
  readonly card?: {
    readonly number: string
    readonly oldNumber?: string
    readonly name: string
    readonly bornOn: string
    readonly sex?: 'male' | 'female'
  }
  readonly witnessName?: string
  readonly place?: Place
  readonly signed?: Readonly<Partial<Record<Signer, Signed>>>
}

export const NOTHING_PERSONAL: PersonalInput = {}

/** All numbers under which a case file may know who showed them: a card still tells the one before. */
export function numbersShown(
  { identity }: Pick<HandoverDraft, 'identity'>,
  { card, idNumber }: Pick<PersonalInput, 'card' | 'idNumber'>,
): string[] {
  const shown =
    identity === 'card'
      ? [card?.number, card?.oldNumber]
      : identity === 'number'
        ? [normaliseNumber('id', idNumber ?? '')]
        : []
  return shown.filter((number) => number !== undefined)
}
