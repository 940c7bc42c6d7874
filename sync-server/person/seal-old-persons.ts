import type { Reader } from '../database/open-reader.ts'
import { scrubDatabase } from '../database/scrub.ts'
import type { WriterDb } from '../database/writer-db.ts'
import type { Writer } from '../database/writer.ts'
import type { SealKeys } from '../seal/seal-keys.ts'
import { householdFromContact } from './contact.ts'
import { putHousehold } from './household-jobs.ts'
import { sealHousehold } from './persons.ts'

/**
 * What an older version wrote in the clear is sealed over, once; then the file is written anew, so that no free page and
 * no log beside it still says a name. Until that is done it is begun again at each start.
 */
export async function sealOldPersons(
  folder: string,
  { reader, writer, keys }: { readonly reader: Reader; readonly writer: Writer; readonly keys: SealKeys },
): Promise<void> {
  const isDue = reader.get(reader.query.selectFrom('scrub').select('one')) !== undefined
  if (!isDue) return
  await writer.write('sealPrivateRows', { keys: { sealKey: keys.sealKey } })
  scrubDatabase(folder)
  await writer.write('noteScrubbed', undefined)
}

export function sealPrivateRows(db: WriterDb, { keys }: { readonly keys: Pick<SealKeys, 'sealKey'> }): void {
  for (const { caseFileId, changedAt, changedBy, ...person } of db.all(
    db.query.selectFrom('caseFilePrivate').selectAll(),
  )) {
    const household = sealHousehold(keys, caseFileId, householdFromContact(person))
    putHousehold(db, { household, changedBy: changedBy ?? 'command-line', at: changedAt })
  }
  db.run(db.query.deleteFrom('caseFilePrivate'))
}

export function noteScrubbed(db: WriterDb): void {
  db.run(db.query.deleteFrom('scrub'))
}
