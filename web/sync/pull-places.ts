import { PlacesSchema } from '#shared/place/place-wire'
import { caseFileRow } from '../case-file/case-file-row.ts'
import { forgetPlaceNames, readPlaceNames } from '../case-file/place-store.ts'
import type { PlaceNames } from '../database/document-rows.ts'
import type { LedgerDatabase } from '../database/ledger-database.ts'
import { readMeta, writeMeta } from '../database/meta-store.ts'
import { readAnswer, type ServerClient } from './server-client.ts'

/** The names of communes and provinces, fetched when the tablet has none; what was found by the old ones is found by the new. */
export async function pullPlaces(
  db: LedgerDatabase,
  server: ServerClient,
  { again }: { readonly again: boolean },
): Promise<PlaceNames> {
  const known = await readPlaceNames(db)
  const isKnown =
    Object.keys(known).length > 0 && (await readMeta(db.relaxed, 'places'))?.provinceByCommune !== undefined
  if (isKnown && !again) return known
  const answer = await server.get('/api/places/all')
  if (!answer.ok) return known
  const places = await readAnswer(answer.value, PlacesSchema)
  if (!places.ok) return known
  const nameByCode = Object.fromEntries(
    places.value.provinces.flatMap(({ code, name, communes }) => [[code, name], ...communes]),
  ) as Record<string, string>
  const provinceByCommune = Object.fromEntries(
    places.value.provinces.flatMap(({ code, communes }) => communes.map(([commune]) => [commune, code])),
  )
  if (isKnown && JSON.stringify(known) === JSON.stringify(nameByCode)) return known

  const { relaxed } = db
  await relaxed.transaction('rw', [relaxed.meta, relaxed.caseFiles], async () => {
    await writeMeta(relaxed, 'places', { nameByCode, provinceByCommune })
    await relaxed.caseFiles.bulkPut(
      (await relaxed.caseFiles.toArray()).map((row) => caseFileRow(row, nameByCode)),
    )
  })
  forgetPlaceNames(db)
  return nameByCode
}
