import { createHmac } from 'node:crypto'
import * as v from 'valibot'
import type { CaseFileId } from '#shared/case-file/case-file'
import type { Reader } from '../database/open-reader.ts'
import { keyFor } from '../seal/key-for.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { openSealedJson, sealJson } from '../seal/seal.ts'

const EndpointSchema = v.pipe(v.string(), v.maxLength(2_000))
const BytesSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,100}$/))

/** What a browser sends of its subscription. */
export const PushSubscriptionSchema = v.object({
  endpoint: EndpointSchema,
  keys: v.object({ p256dh: BytesSchema, auth: BytesSchema }),
})
/** The address alone: is it told, or shall it be told no longer. */
export const PushEndpointSchema = v.strictObject({ endpoint: EndpointSchema })

/** What a browser is answered. */
export const ToldSchema = v.object({ isOn: v.boolean() })

const KeptSchema = v.object({ ...PushSubscriptionSchema.entries, language: v.picklist(['vi', 'en']) })
export type KeptSubscription = v.InferOutput<typeof KeptSchema>

/** The same browser for the same case file once; for two of them nobody sees that it is one browser. */
export function pushIdOf(keys: Pick<SealKeys, 'sealKey'>, caseFileId: CaseFileId, endpoint: string): string {
  const key = keyFor(keys, 'kho4d-push')
  return createHmac('sha256', key).update(`${caseFileId}\n${endpoint}`).digest('base64url').slice(0, 22)
}

export function sealSubscription(
  keys: Pick<SealKeys, 'sealKey'>,
  caseFileId: CaseFileId,
  subscription: KeptSubscription,
): Uint8Array {
  return sealJson(keys, subscription, contextOf(caseFileId))
}

/** Undefined when it is gone or cannot be opened. */
export function readSubscription(
  { reader, keys }: { readonly reader: Reader; readonly keys: Pick<SealKeys, 'sealKey'> },
  caseFileId: CaseFileId,
  pushId: string,
): KeptSubscription | undefined {
  const row = reader.get(
    reader.query
      .selectFrom('pushSubscription')
      .select('sealed')
      .where('caseFileId', '=', caseFileId)
      .where('pushId', '=', pushId),
  )
  const opened = row && openSealedJson(keys, row.sealed, contextOf(caseFileId))
  const kept = opened?.ok ? v.safeParse(KeptSchema, opened.value) : undefined
  return kept?.success ? kept.output : undefined
}

export function countSubscriptions(reader: Reader, caseFileId: CaseFileId): number {
  return reader.all(
    reader.query.selectFrom('pushSubscription').select('pushId').where('caseFileId', '=', caseFileId),
  ).length
}

function contextOf(caseFileId: CaseFileId): string {
  return `push-subscription:${caseFileId}`
}
