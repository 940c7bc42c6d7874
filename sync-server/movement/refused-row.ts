import * as v from 'valibot'
import { RefusedRowSchema, type RefusedRow } from '#shared/desk/desk-refused-wire'
import type { DeviceId } from '#shared/device/device'
import { sentenceForFact, type FactRefusal } from '#shared/sync/refusal'
import type { Instant } from '#shared/time/time'
import type { StoredRefused } from './read-refused.ts'

/** Longer than any record of ours; what is longer is not read just to say what it is. */
const RAW_READ_MAX = 262_144

/** What the desk is told of a refused record. Each part of it must have the right form, so that no other text gets out. */
export function refusedRow({ raw, refusal, ...row }: StoredRefused): RefusedRow {
  const fact = fieldsOf(raw.length > RAW_READ_MAX ? null : JSON.parse(raw))
  const kind = fact['kind'] === 'movement' ? fieldsOf(fact['body'])['kind'] : fact['kind']
  const { factId, deviceSeq, kind: knownKind } = RefusedRowSchema.entries
  return {
    id: row.id,
    receivedAt: row.receivedAt as Instant,
    deviceId: row.deviceId as DeviceId,
    deviceName: row.deviceName ?? row.deviceId,
    kind: v.is(knownKind, kind) ? kind : null,
    factId: v.is(factId, fact['id']) ? fact['id'] : null,
    deviceSeq: v.is(deviceSeq, fact['deviceSeq']) ? fact['deviceSeq'] : null,
    sentence: sentenceForFact(JSON.parse(refusal) as FactRefusal),
  }
}

function fieldsOf(value: unknown): Readonly<Record<string, unknown>> {
  return value !== null && typeof value === 'object' ? (value as Record<string, unknown>) : {}
}
