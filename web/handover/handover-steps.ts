import { outcomeOf, type HandoverLine } from '#shared/handover/handover'
import { neededConfirmations } from '#shared/handover/needed-confirmations'
import { checkIdNumber } from '#shared/person/id-number'
import type { HandoverDraft, HandoverDraftLine, HandoverStep } from '../draft/draft.ts'
import type { PersonalInput } from './personal-input.ts'

/** Why a step cannot be left yet. Everything that bad luck can take from a courier may be left out instead. */
export type StepRefusal =
  | { readonly kind: 'line-unanswered'; readonly line: number }
  | { readonly kind: 'reason-missing'; readonly line: number }
  | { readonly kind: 'recipient-missing' }
  | { readonly kind: 'proxy-nameless' }
  | { readonly kind: 'proxy-reasonless' }
  | { readonly kind: 'identity-missing' }
  | { readonly kind: 'card-missing' }
  | { readonly kind: 'number-wrong' }
  | { readonly kind: 'witness-nameless' }

/** The steps of this handover in their order: where nothing is handed over nobody receives or signs. */
export function stepsOf(draft: HandoverDraft): HandoverStep[] {
  if (outcomeSoFar(draft) === 'none') return ['goods', 'pictures', 'place', 'confirm']
  const witness: HandoverStep[] = needsWitness(draft) ? ['witness'] : []
  return ['goods', 'recipient', 'identity', 'signature', ...witness, 'pictures', 'place', 'confirm']
}

export function outcomeSoFar({ lines }: Pick<HandoverDraft, 'lines'>) {
  return outcomeOf(
    lines.map(({ quantity, delivered = quantity }) => ({ delivered, left: quantity - delivered })),
  )
}

export function needsWitness({ recipient = 'self', identity = 'none' }: HandoverDraft): boolean {
  return neededConfirmations({ outcome: 'all', recipient, identity }).includes('witness')
}

export function refuseStep(draft: HandoverDraft, personal: PersonalInput): StepRefusal | undefined {
  switch (draft.step) {
    case 'goods':
      return refuseGoods(draft.lines)
    case 'recipient':
      if (!draft.recipient) return { kind: 'recipient-missing' }
      if (draft.recipient === 'self') return undefined
      if (isBlank(personal.proxyName)) return { kind: 'proxy-nameless' }
      return isBlank(personal.proxyWhy) ? { kind: 'proxy-reasonless' } : undefined
    case 'identity':
      if (!draft.identity) return { kind: 'identity-missing' }
      if (draft.identity === 'card' && !personal.card) return { kind: 'card-missing' }
      return draft.identity === 'number' && isNoNumber(personal.idNumber)
        ? { kind: 'number-wrong' }
        : undefined
    case 'witness': {
      const signed = personal.signed?.witness !== undefined
      return signed && isBlank(personal.witnessName) ? { kind: 'witness-nameless' } : undefined
    }
    case 'signature':
    case 'pictures':
    case 'place':
    case 'confirm':
      return undefined
  }
}

/** The first step in which something is missing: a draft may have been opened at a later one. */
export function firstRefusedStep(draft: HandoverDraft, personal: PersonalInput): HandoverStep | undefined {
  return stepsOf(draft).find((step) => refuseStep({ ...draft, step }, personal) !== undefined)
}

export function countedLines(lines: readonly HandoverDraftLine[]): HandoverLine[] {
  return lines.map(({ itemId, lotId, quantity, delivered = quantity, reason }) => ({
    itemId,
    lotId,
    delivered,
    left: quantity - delivered,
    ...(delivered < quantity && { reason: reason ?? 'other' }),
  }))
}

export function refuseGoods(lines: readonly HandoverDraftLine[]): StepRefusal | undefined {
  const open = lines.findIndex(({ delivered }) => delivered === undefined)
  if (open !== -1) return { kind: 'line-unanswered', line: open }
  const line = lines.findIndex(({ quantity, delivered = 0, reason }) => delivered < quantity && !reason)
  return line === -1 ? undefined : { kind: 'reason-missing', line }
}

function isNoNumber(typed = ''): boolean {
  return checkIdNumber(typed).some(({ kind }) => kind === 'no-id-number')
}

function isBlank(text: string | undefined): boolean {
  return (text ?? '').trim() === ''
}
