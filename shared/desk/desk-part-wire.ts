import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { DeviceIdSchema } from '../device/device.ts'
import { PartHashSchema, PartKindSchema } from '../part/part.ts'
import { BLURRED_BYTES_MAX } from '../part/picture.ts'
import { InstantSchema } from '../time/time.ts'
import { SentenceSchema } from './desk-wire.ts'

/** GET /api/desk/case-files/:id/pictures ; oldest first. The picture itself: GET /api/desk/parts/:hash, noted as a look at the person. */
export const PictureRowSchema = v.object({
  hash: PartHashSchema,
  subjectId: v.string(),
  receivedAt: InstantSchema,
  width: v.number(),
  height: v.number(),
  /** The blurred copy for everyone, at /hinh/<publicHash>. */
  publicHash: v.nullable(PartHashSchema),
})
export type PictureRow = v.InferOutput<typeof PictureRowSchema>
export const PictureListSchema = v.object({ pictures: v.array(PictureRowSchema) })

/** POST /api/desk/case-files/:id/pictures → 201: one picture, drawn anew where it was chosen; the same twice is there once. */
export const PICTURE_ADD_BYTES_MAX = 3_000_000
export const PictureAddSchema = v.strictObject({
  base64: v.pipe(v.string(), v.base64(), v.maxLength(Math.ceil(PICTURE_ADD_BYTES_MAX / 3) * 4)),
})

/** POST /api/desk/parts/:hash/public ; the blurred copy, made where the coordinator saw it. */
export const BlurredCopySchema = v.strictObject({
  base64: v.pipe(v.string(), v.base64(), v.maxLength(Math.ceil(BLURRED_BYTES_MAX / 3) * 4)),
})
export const BlurredAnswerSchema = v.object({ publicHash: v.nullable(PartHashSchema) })

/** GET /api/desk/refused-parts ; what devices handed in and the server could not take, newest first. */
export const RefusedPartRowSchema = v.object({
  hash: PartHashSchema,
  kind: PartKindSchema,
  caseFileId: CaseFileIdSchema,
  deviceId: DeviceIdSchema,
  deviceName: v.string(),
  receivedAt: InstantSchema,
  sentence: SentenceSchema,
})
export const RefusedPartListSchema = v.object({ parts: v.array(RefusedPartRowSchema) })
