import type { CaseFileId } from '#shared/case-file/case-file'
import type { Confirmation, Handover, HandoverId } from '#shared/handover/handover'
import type { RecipientPart, SignaturePart } from '#shared/handover/handover-parts'
import { neededConfirmations } from '#shared/handover/needed-confirmations'
import { draftDelivery } from '#shared/movement/draft-delivery'
import type { Movement } from '#shared/movement/movement'
import type { LinesRefusal } from '#shared/movement/refuse-lines'
import type { DeviceSignature } from '#shared/movement/signature'
import type { PartHash } from '#shared/part/part'
import { err, ok, type Result } from '#shared/result'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import type { StorageRefusal } from '../database/storage-refusal.ts'
import type { DraftRefusal } from '../draft/draft-change-store.ts'
import { closeDraft } from '../draft/draft-store.ts'
import type { HandoverDraft } from '../draft/draft.ts'
import type { FactBody } from '../movement/record-facts.ts'
import { keepPart, listPartsOf, releaseParts, takeOutPart, type KeepRefusal } from '../part/part-store.ts'
import { countedLines, outcomeSoFar } from './handover-steps.ts'
import type { PersonalInput, Signer } from './personal-input.ts'
import { signatureSvg } from './signature-svg.ts'

export type CloseHandoverRefusal = LinesRefusal | StorageRefusal | DraftRefusal | KeepRefusal

/**
 * Turns an open handover into its delivery and its proof, in one transaction that also ends the draft. Its sealed parts
 * come first and are held until then: whatever dies between two steps, each is there once.
 */
export async function closeHandover(
  db: LedgerDatabase,
  draft: HandoverDraft,
  personal: PersonalInput,
  signature: DeviceSignature,
): Promise<Result<string, CloseHandoverRefusal>> {
  const parts = await keepParts(db, draft, personal)
  if (!parts.ok) return parts
  const kept = parts.value
  const handover = handoverOf(draft, kept, signature)
  const delivery = deliveryOf(draft, handover, signature)
  if (!delivery.ok) return delivery
  const facts: FactBody[] = [
    ...(delivery.value ? [{ kind: 'movement' as const, body: delivery.value }] : []),
    { kind: 'handover', body: handover },
  ]
  const closed = await closeDraft(db, draft.id, { facts })
  if (!closed.ok) return closed
  await db.step('handover: closed')
  await releaseParts(db, handover.parts as PartHash[])
  return ok(draft.id)
}

type PartHashes = Readonly<Partial<Record<'recipient' | 'signature' | 'witness', PartHash>>>

async function keepParts(
  db: LedgerDatabase,
  draft: HandoverDraft,
  personal: PersonalInput,
): Promise<Result<PartHashes, KeepRefusal>> {
  const { id: subjectId, caseFileId, pictures } = draft
  // Made just before the device died, and perhaps wiped or corrected since: made again from what is there now.
  for (const { hash } of await listPartsOf(db, subjectId)) {
    if (!pictures.includes(hash)) await takeOutPart(db, hash)
  }
  let named: PartHashes = {}
  for (const [name, kind, content] of contentsOf(draft, personal)) {
    const plain = new TextEncoder().encode(JSON.stringify(content))
    const kept = await keepPart(db, { kind, subjectId, caseFileId, plain, held: true })
    if (!kept.ok) return kept
    named = { ...named, [name]: kept.value }
  }
  return ok(named)
}

type Content =
  | readonly ['recipient', 'recipient', RecipientPart]
  | readonly ['signature' | 'witness', 'signature', SignaturePart]

function contentsOf(draft: HandoverDraft, personal: PersonalInput): Content[] {
  const contents: Content[] = []
  const recipient = recipientPart(draft, personal)
  if (Object.keys(recipient).length > 1) contents.push(['recipient', 'recipient', recipient])
  if (outcomeSoFar(draft) === 'none') return contents
  const recipientSigned = signaturePart(draft, personal, 'recipient')
  if (recipientSigned) contents.push(['signature', 'signature', recipientSigned])
  const witnessSigned = signaturePart(draft, personal, 'witness')
  if (witnessSigned) contents.push(['witness', 'signature', witnessSigned])
  return contents
}

function recipientPart(draft: HandoverDraft, personal: PersonalInput): RecipientPart {
  const { place, witnessName, proxyName, proxyWhy, phone, card, idNumber } = personal
  const base = { handoverId: draft.id, ...(place && { place }) }
  if (outcomeSoFar(draft) === 'none') return base
  const number = draft.identity === 'card' ? card?.number : draft.identity === 'number' ? idNumber : undefined
  return {
    ...base,
    ...(draft.recipient === 'proxy' && { proxy: { name: proxyName ?? '', why: proxyWhy ?? '' } }),
    ...(phone?.trim() && { phone: phone.trim() }),
    ...(number && { idNumber: number.replace(/[\s.-]/g, '') }),
    ...(draft.identity === 'card' &&
      card && { card: { name: card.name, bornOn: card.bornOn, ...(card.sex && { sex: card.sex }) } }),
    ...(witnessName?.trim() && { witnessName: witnessName.trim() }),
  }
}

export function signaturePart(
  { id }: { readonly id: string },
  { signed }: PersonalInput,
  who: Signer,
): SignaturePart | undefined {
  const signature = signed?.[who]
  if (!signature || signature.strokes.length === 0) return undefined
  return { handoverId: id, who, strokes: [...signature.strokes], svg: signatureSvg(signature) }
}

function handoverOf(
  draft: HandoverDraft,
  parts: PartHashes,
  { deviceId, staffId, warehouseId, now }: DeviceSignature,
): Handover {
  const outcome = outcomeSoFar(draft)
  const isNone = outcome === 'none'
  const recipient = isNone ? 'nobody' : (draft.recipient ?? 'self')
  const identity = isNone ? 'none' : (draft.identity ?? 'none')
  const { signedAt, giver, tripId, farM, helpedElsewhere, basis } = draft
  const confirmations: Confirmation[] = [
    ...(giver?.staffId === staffId ? [{ kind: 'giver' as const, at: giver.at, staffId }] : []),
    ...(parts.signature
      ? [{ kind: 'recipient' as const, at: signedAt.recipient ?? now, partHash: parts.signature }]
      : []),
    ...(parts.witness
      ? [{ kind: 'witness' as const, at: signedAt.witness ?? now, partHash: parts.witness }]
      : []),
  ]
  return {
    id: draft.id as HandoverId,
    deviceId,
    staffId,
    occurredAt: now,
    warehouseId,
    consignmentId: draft.consignmentId,
    caseFileId: draft.caseFileId,
    ...(tripId !== undefined && { tripId }),
    lines: countedLines(draft.lines),
    outcome,
    recipient,
    identity,
    identityMatched: isNone ? null : (draft.identityMatched ?? null),
    confirmations,
    needed: neededConfirmations({ outcome, recipient, identity }),
    parts: [...Object.values(parts), ...draft.pictures],
    ...(draft.withoutPin && { withoutPin: true as const }),
    ...(draft.otherTrip && { otherTrip: true as const }),
    ...(farM !== undefined && { farM }),
    // Of papers that the household is known by the server judges by itself.
    ...(!isNone && helpedElsewhere && draft.identityMatched !== true && { helpedElsewhere }),
    ...(basis && { basis }),
    ...(!isNone && { movementId: draft.movementId }),
  }
}

function deliveryOf(
  draft: HandoverDraft,
  { lines, movementId }: Handover,
  signature: DeviceSignature,
): Result<Movement | undefined, LinesRefusal> {
  if (movementId === undefined) return ok(undefined)
  const { consignmentId } = draft
  const caseFileId: CaseFileId = draft.caseFileId
  const goods = lines
    .filter(({ delivered }) => delivered > 0)
    .map(({ itemId, lotId, delivered }) => ({ itemId, lotId, quantity: delivered }))
  const drafted = draftDelivery({ consignmentId, caseFileId, lines: goods }, { ...signature, movementId })
  return drafted.ok ? ok(drafted.value) : err(drafted.error)
}
