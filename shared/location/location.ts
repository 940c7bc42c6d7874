import * as v from 'valibot'

/** Where goods are; the kind is the part of the id before the first colon. */
export const LOCATION_KINDS = ['shelf', 'donor', 'transit', 'case-file', 'loss', 'adjustment'] as const
export type LocationKind = (typeof LOCATION_KINDS)[number]

export const LocationIdSchema = v.pipe(
  v.string(),
  v.maxLength(120),
  v.regex(/^(shelf|donor|transit|case-file|loss|adjustment):[\w.:-]{1,100}$/),
  v.brand('LocationId'),
)
export type LocationId = v.InferOutput<typeof LocationIdSchema>

export const WarehouseIdSchema = v.pipe(v.string(), v.regex(/^[\w-]{1,60}$/), v.brand('WarehouseId'))
export type WarehouseId = v.InferOutput<typeof WarehouseIdSchema>

/** A place with a registry entry. Donors, consignments and case files are known by their own documents. */
export const LocationSchema = v.strictObject({
  id: LocationIdSchema,
  kind: v.picklist(LOCATION_KINDS),
  warehouseId: v.optional(WarehouseIdSchema),
  code: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(30)),
  name: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(100)),
})
export type Location = v.InferOutput<typeof LocationSchema>

export const ANONYMOUS_DONOR = 'donor:anonymous' as LocationId

export function locationKind(id: LocationId): LocationKind {
  return id.slice(0, id.indexOf(':')) as LocationKind
}

/** The part after the kind: the consignment, case file, reason or warehouse an id speaks of. */
export function locationSubject(id: LocationId): string {
  return id.slice(id.indexOf(':') + 1)
}

/** Goods we answer for: on a shelf of ours or on their way. Only these may not fall below zero. */
export function isHeld(id: LocationId): boolean {
  const kind = locationKind(id)
  return kind === 'shelf' || kind === 'transit'
}

export function transitLocation(consignmentId: string): LocationId {
  return `transit:${consignmentId}` as LocationId
}

export function caseFileLocation(caseFileId: string): LocationId {
  return `case-file:${caseFileId}` as LocationId
}
