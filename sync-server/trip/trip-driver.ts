import { DriverSchema, type Driver } from '#shared/trip/trip-package'
import * as v from 'valibot'
import type { Reader } from '../database/open-reader.ts'
import { openSealedJson, sealJson } from '../seal/seal.ts'
import type { SealKeys } from '../seal/seal-keys.ts'

/** The driver's name and phone as they lie in the database. */
export function sealDriver(keys: SealKeys, tripId: string, driver: Driver): Uint8Array {
  return sealJson(keys, driver, contextOf(tripId))
}

/** Null when nobody is named, or when what lies there cannot be opened. */
export function readDriver(reader: Reader, keys: SealKeys, tripId: string): Driver | null {
  const row = reader.get(
    reader.query
      .selectFrom('tripDriver')
      .select('sealed')
      .where('tripId', '=', tripId as never),
  )
  const opened = row && openSealedJson(keys, row.sealed, contextOf(tripId))
  if (!opened?.ok) return null
  const driver = v.safeParse(DriverSchema, opened.value)
  return driver.success ? driver.output : null
}

function contextOf(tripId: string): string {
  return `driver|${tripId}`
}
