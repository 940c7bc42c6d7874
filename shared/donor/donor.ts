import * as v from 'valibot'
import { LocationIdSchema } from '../location/location.ts'

/** Who gives goods. An anonymous donor has no name anywhere, not even an empty one. */
export const DonorSchema = v.variant('anonymous', [
  v.strictObject({ id: donorId(), anonymous: v.literal(true) }),
  v.strictObject({
    id: donorId(),
    anonymous: v.literal(false),
    name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(200)),
  }),
])
export type Donor = v.InferOutput<typeof DonorSchema>

function donorId() {
  return v.pipe(LocationIdSchema, v.startsWith('donor:'))
}
