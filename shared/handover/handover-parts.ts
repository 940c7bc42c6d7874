import * as v from 'valibot'
import { PlaceSchema } from '../person/person.ts'

const text = (lengthMax: number) => v.pipe(v.string(), v.trim(), v.maxLength(lengthMax))

/** Who took the goods and where. Sealed on the device before it touches the disk; read only through persons. */
export const RecipientPartSchema = v.strictObject({
  handoverId: v.pipe(v.string(), v.uuid()),
  /** Whoever took the goods for the person: who, and why. */
  proxy: v.optional(v.strictObject({ name: v.pipe(text(200), v.minLength(1)), why: text(300) })),
  phone: v.optional(text(40)),
  idNumber: v.optional(text(40)),
  /** What the card said, where it was scanned. */
  card: v.optional(v.strictObject({ name: text(200), bornOn: text(10), sex: v.optional(text(10)) })),
  witnessName: v.optional(text(200)),
  place: v.optional(PlaceSchema),
})
export type RecipientPart = v.InferOutput<typeof RecipientPartSchema>

const numberIn = (min: number, max: number) => v.pipe(v.number(), v.minValue(min), v.maxValue(max))

/** One line of the pen: where it was when, in pixels of the field. */
export const StrokeSchema = v.pipe(
  v.array(
    v.strictObject({
      x: numberIn(-10_000, 10_000),
      y: numberIn(-10_000, 10_000),
      time: numberIn(0, Number.MAX_SAFE_INTEGER),
      pressure: numberIn(0, 1),
    }),
  ),
  v.minLength(1),
  v.maxLength(5_000),
)
export type Stroke = v.InferOutput<typeof StrokeSchema>
export const STROKES_MAX = 200

export const SignaturePartSchema = v.strictObject({
  handoverId: v.pipe(v.string(), v.uuid()),
  who: v.picklist(['recipient', 'witness']),
  /** Of a witness who signed later; otherwise it lies with the recipient's. */
  name: v.optional(text(200)),
  strokes: v.pipe(v.array(StrokeSchema), v.minLength(1), v.maxLength(STROKES_MAX)),
  svg: v.pipe(v.string(), v.maxLength(500_000)),
})
export type SignaturePart = v.InferOutput<typeof SignaturePartSchema>
