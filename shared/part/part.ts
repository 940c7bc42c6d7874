import * as v from 'valibot'
import { CaseFileIdSchema } from '../case-file/case-file.ts'
import { InstantSchema } from '../time/time.ts'

/** What lies apart from the ledger because it shows or names a person. */
export const PART_KINDS = ['picture', 'signature', 'survey', 'recipient'] as const
export const PartKindSchema = v.picklist(PART_KINDS)
export type PartKind = v.InferOutput<typeof PartKindSchema>

/** SHA-256 in hex of the sealed bytes: made where they are made, and the only name that a fact knows them by. */
export const PartHashSchema = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/), v.brand('PartHash'))
export type PartHash = v.InferOutput<typeof PartHashSchema>

/** Before it is sealed. */
export const PART_BYTES_MAX = 8_388_608
/** What sealing to a box adds: version, key, initial value and tag. */
export const BOX_BYTES = 1 + 65 + 12 + 16
export const PART_CHUNK_BYTES_MAX = 262_144

/** What a device says of a part beside its bytes; nothing in it names a person. */
export const PartHeaderSchema = v.strictObject({
  kind: PartKindSchema,
  /** The survey or handover it belongs to. */
  subjectId: v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/)),
  caseFileId: CaseFileIdSchema,
  /** Of the sealed bytes. */
  size: v.pipe(v.number(), v.integer(), v.minValue(BOX_BYTES + 1), v.maxValue(BOX_BYTES + PART_BYTES_MAX)),
  /** When it was put on the device's disk. */
  keptAt: InstantSchema,
})
export type PartHeader = v.InferOutput<typeof PartHeaderSchema>

/** ASCII, so that it fits a header as it is. */
export const PART_HEADER = 'x-kho-part'
/** How many others wait on the device: said with each piece, so that the desk knows what a phone still holds. */
export const PARTS_WAITING_HEADER = 'x-kho-parts-waiting'
