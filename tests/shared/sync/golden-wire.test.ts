import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { canonicalText } from '#shared/sync/canonical-text'
import { FactSchema } from '#shared/sync/fact'
import { PROTOCOL_VERSION } from '#shared/sync/limits'
import * as wire from '#shared/sync/wire'
import { jsonSchemaFromValibot } from '../../../sync-server/openapi/json-schema-from-valibot.ts'

/** What devices and server say to each other; the public JSON has readers of its own. */
const WIRE = {
  EnrolRequest: wire.EnrolRequestSchema,
  EnrolAnswer: wire.EnrolAnswerSchema,
  PushRequest: wire.PushRequestSchema,
  PushAnswer: wire.PushAnswerSchema,
  Fact: FactSchema,
  PulledMovement: wire.PulledMovementSchema,
  HeadLine: wire.HeadLineSchema,
  BackToLine: wire.BackToLineSchema,
  SnapshotHead: wire.SnapshotHeadSchema,
  SnapshotRow: wire.SnapshotRowSchema,
  DocumentsAnswer: wire.DocumentsAnswerSchema,
  DigestAnswer: wire.DigestAnswerSchema,
  KeysAnswer: wire.KeysAnswerSchema,
  ErrorAnswer: wire.ErrorAnswerSchema,
  ...wire.DOCUMENT_SCHEMAS,
}

/**
 * A device that has been offline for two months still speaks the old wire. When this hash changes, ask: can such a
 * device and a new server misread each other? If so, PROTOCOL_VERSION goes up; then note the new hash beside it.
 */
const HASH_BY_PROTOCOL: Readonly<Record<number, string>> = {
  1: 'aeb4b64c12cb14f6',
}

test('the wire changes only beside its version', () => {
  const shapes = Object.entries(WIRE).map(([name, schema]) => [name, jsonSchemaFromValibot(schema)])
  const hash = createHash('sha256').update(canonicalText(shapes)).digest('hex').slice(0, 16)
  expect(hash).toBe(HASH_BY_PROTOCOL[PROTOCOL_VERSION])
})
