import * as v from 'valibot'
import { ANONYMOUS_DONOR } from '#shared/location/location'
import { refuseMovementForm } from '#shared/movement/movement-rules'
import { FactSchema, type Fact } from '#shared/sync/fact'
import type { FactRefusal } from '#shared/sync/refusal'
import type { DeviceCaller } from '../device/device-caller.ts'
import type { IncomingFact } from '../movement/incoming-fact.ts'

/** Reads facts one by one: an unreadable one is kept raw and does not hold up the others. */
export function readFacts(facts: readonly unknown[], caller: DeviceCaller): IncomingFact[] {
  return facts.map((fact) => readFact(fact, caller))
}

function readFact(raw: unknown, caller: DeviceCaller): IncomingFact {
  const parsed = v.safeParse(FactSchema, raw, { abortPipeEarly: true })
  const refusal = parsed.success
    ? refuseFact(parsed.output, caller)
    : refuseUnreadable(v.getDotPath(parsed.issues[0]) ?? undefined, parsed.issues[0].input)
  if (refusal) {
    return { kind: 'refused', id: idOf(raw), deviceSeq: deviceSeqOf(raw), refusal, raw: textOf(raw) }
  }
  const { id, deviceSeq, kind, recordedAt, body } = parsed.output as Fact
  return {
    kind: 'readable',
    id,
    deviceSeq,
    factKind: kind,
    recordedAt,
    ...(kind === 'movement' && { movementId: body.id }),
    body: JSON.stringify(body),
  }
}

/** Form that needs nothing but the fact and who sent it; whose shelf it is, the writer asks the documents. */
function refuseFact(fact: Fact, { deviceId, warehouseId, revokedAt }: DeviceCaller): FactRefusal | undefined {
  if (revokedAt !== null && fact.recordedAt > revokedAt) return { kind: 'revoked-before', revokedAt }
  if (fact.kind === 'donor-named' && fact.body.id === ANONYMOUS_DONOR && !fact.body.anonymous) {
    return { kind: 'unreadable', field: 'body.id' }
  }
  if (fact.kind === 'item-learned' || fact.kind === 'pack-learned' || fact.kind === 'donor-named') {
    return undefined
  }
  if (fact.body.deviceId !== deviceId) return { kind: 'other-device' }
  if (fact.body.warehouseId !== warehouseId) return { kind: 'other-warehouse' }
  if (fact.kind === 'movement') return refuseMovementForm(fact.body)
  // One handover is one fact: what is sent again, even under another number, is known by its id.
  return fact.id === (fact.body.id as string) ? undefined : { kind: 'unreadable', field: 'body.id' }
}

function refuseUnreadable(field: string | undefined, input: unknown): FactRefusal {
  if (field === undefined) return { kind: 'unreadable' }
  const isQuantity = /^body\.lines\.\d+\.quantity$/.test(field) && typeof input === 'number'
  return isQuantity ? { kind: 'quantity-not-whole', field } : { kind: 'unreadable', field }
}

/** Deeper than any fact; what lies below is cut only where it cannot be written as text at all. */
const DEPTH_KEPT = 100

function textOf(raw: unknown): string {
  try {
    return JSON.stringify(raw)
  } catch {
    return JSON.stringify(cutBelow(raw, DEPTH_KEPT))
  }
}

function cutBelow(value: unknown, depth: number): unknown {
  if (value === null || typeof value !== 'object') return value
  if (depth === 0) return '…'
  if (Array.isArray(value)) return value.map((part) => cutBelow(part, depth - 1))
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, cutBelow(part, depth - 1)]))
}

function idOf(raw: unknown): string | null {
  const id = fieldOf(raw, 'id')
  return typeof id === 'string' && id.length <= 100 ? id : null
}

function deviceSeqOf(raw: unknown): number | null {
  const deviceSeq = fieldOf(raw, 'deviceSeq')
  return Number.isSafeInteger(deviceSeq) && Number(deviceSeq) >= 1 ? Number(deviceSeq) : null
}

function fieldOf(raw: unknown, field: string): unknown {
  return raw !== null && typeof raw === 'object' ? (raw as Record<string, unknown>)[field] : undefined
}
