import * as v from 'valibot'

const CodeAndNameSchema = v.object({ code: v.string(), name: v.string() })

/** GET /api/places/provinces */
export const ProvinceListSchema = v.object({ provinces: v.array(CodeAndNameSchema) })

/** GET /api/places/communes?province=<code> */
export const CommuneListSchema = v.object({ communes: v.array(CodeAndNameSchema) })

/** GET /api/places/all: the 34 provinces and 3,321 communes of July 2025, pairs of code and name, for use offline. */
export const PlacesSchema = v.object({
  provinces: v.array(
    v.object({
      code: v.string(),
      name: v.string(),
      communes: v.array(v.tuple([v.string(), v.string()])),
    }),
  ),
})
export type Places = v.InferOutput<typeof PlacesSchema>

/** GET /api/places/old?q=: communes as they were called until June 2025, each with what it became. */
export const OldPlaceSchema = v.object({
  /** "Phường 12, Quận Gò Vấp, Thành phố Hồ Chí Minh" */
  old: v.string(),
  code: v.string(),
  provinceCode: v.string(),
  communeName: v.string(),
  provinceName: v.string(),
})
export type OldPlace = v.InferOutput<typeof OldPlaceSchema>
export const OldPlaceListSchema = v.object({ places: v.array(OldPlaceSchema) })
export type OldPlaceList = v.InferOutput<typeof OldPlaceListSchema>
