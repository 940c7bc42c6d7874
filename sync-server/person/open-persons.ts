import type { Instant } from '#shared/time/time'
import type { Reader } from '../database/open-reader.ts'
import type { Writer } from '../database/writer.ts'
import { keyFileOf, openSealKeys, type SealKeys } from '../seal/seal-keys.ts'
import { createPersons, type Persons } from './persons.ts'
import { sealOldPersons } from './seal-old-persons.ts'

export interface OpenedPersons {
  readonly keys: SealKeys
  readonly persons: Persons
}

/** The keys of this data folder, and with them the one way to persons; what an older version left in the clear is sealed first. */
export async function openPersons({
  dataFolder,
  keyFile,
  reader,
  writer,
  now,
}: {
  readonly dataFolder: string
  readonly keyFile: string | undefined
  readonly reader: Reader
  readonly writer: Writer
  readonly now: () => Instant
}): Promise<OpenedPersons> {
  const keys = await openSealKeys(keyFileOf(dataFolder, keyFile), { reader, writer })
  await sealOldPersons(dataFolder, { reader, writer, keys })
  return { keys, persons: createPersons({ dataFolder, reader, writer, keys, now }) }
}
