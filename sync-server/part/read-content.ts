import * as v from 'valibot'
import type { PartKind } from '#shared/part/part'
import type { PartRefusal } from '#shared/part/part-refusal'
import { err, ok, type Result } from '#shared/result'
import type { PartReceivers } from './part-receivers.ts'
import { checkPicture } from './picture/check-picture.ts'
import type { CheckedPicture } from './picture/checked-picture.ts'

/** An opened part as it will be kept: a picture with nothing but the picture, or what the owner of the kind can read. */
export interface PartContent {
  readonly bytes: Uint8Array
  readonly picture?: CheckedPicture
  readonly value?: unknown
}

export async function readContent(
  kind: PartKind,
  bytes: Uint8Array,
  receivers: PartReceivers,
): Promise<Result<PartContent, PartRefusal>> {
  if (kind === 'picture') {
    const picture = await checkPicture(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))
    return picture.ok ? ok({ bytes: picture.value.bytes, picture: picture.value }) : picture
  }
  try {
    const value: unknown = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
    const schema = receivers[kind]?.schema
    if (!schema) return ok({ bytes, value })
    const read = v.safeParse(schema, value)
    return read.success ? ok({ bytes, value: read.output }) : err({ kind: 'not-read' })
  } catch {
    return err({ kind: 'not-read' })
  }
}
