import { err, ok, type Result } from '#shared/result'
import type { Place } from '#shared/person/person'

export type PlaceRefusal = { readonly kind: 'place-refused' } | { readonly kind: 'place-unknown' }

const PATIENCE_MS = 20_000
/** A position of a minute ago is still this door. */
const AGE_MAX_MS = 60_000

/** Asks the device where it is, once; rounded as places are everywhere. */
export function readPlace(): Promise<Result<Place, PlaceRefusal>> {
  if (!('geolocation' in navigator)) return Promise.resolve(err({ kind: 'place-unknown' }))
  return new Promise((resolve) => {
    navigator.geolocation.getCurrentPosition(
      ({ coords: { latitude, longitude, accuracy } }) =>
        resolve(ok({ lat: round(latitude), lon: round(longitude), accuracyM: Math.round(accuracy) })),
      ({ code, PERMISSION_DENIED }) =>
        resolve(err({ kind: code === PERMISSION_DENIED ? 'place-refused' : 'place-unknown' })),
      { enableHighAccuracy: true, timeout: PATIENCE_MS, maximumAge: AGE_MAX_MS },
    )
  })
}

function round(degrees: number): number {
  return Math.round(degrees * 1e5) / 1e5
}
