import type * as v from 'valibot'
import type { PartHash, PartHeader, PartKind } from '#shared/part/part'
import type { DeviceCaller } from '../device/device-caller.ts'

export interface ReceivedPart extends PartHeader {
  readonly hash: PartHash
  readonly deviceId: DeviceCaller['deviceId']
}

/** What is done with the content of a part beside keeping it. Only whoever owns the kind knows its shape. */
export interface PartReceiver<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly schema: Schema
  /** May be asked again with the same part, when the server ended before it was noted as taken. */
  receive(part: ReceivedPart, content: v.InferOutput<Schema>): Promise<void>
}

/** By kind; a kind nobody waits for is read as JSON and kept. */
export type PartReceivers = { readonly [Kind in Exclude<PartKind, 'picture'>]?: PartReceiver }
