import * as v from 'valibot'

export const PICTURE_TYPES = ['image/jpeg', 'image/png', 'image/webp'] as const
export const PictureTypeSchema = v.picklist(PICTURE_TYPES)
export type PictureType = v.InferOutput<typeof PictureTypeSchema>

/** The longer side of what a device keeps of a picture. */
export const PICTURE_EDGE_PX = 1_600
/** The longer side of what the server takes at all. */
export const PICTURE_EDGE_MAX_PX = 8_192
/** What a person may choose from a gallery; beyond, a cheap phone runs out of memory. */
export const PICTURE_FILE_BYTES_MAX = 33_554_432
export const PICTURES_MAX = 4

/** A blurred copy for everyone shows colours and shapes: small enough that no face is in it. */
export const BLURRED_EDGE_MAX_PX = 640
export const BLURRED_BYTES_MAX = 65_536
