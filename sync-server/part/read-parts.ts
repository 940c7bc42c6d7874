import type { CaseFileId } from '#shared/case-file/case-file'
import type { PartHash } from '#shared/part/part'
import type { PartTables } from '../database/part-tables.ts'
import type { Reader } from '../database/open-reader.ts'

export type PartRow = PartTables['part']

export function readPartRow(reader: Reader, hash: PartHash): PartRow | undefined {
  return reader.get(reader.query.selectFrom('part').selectAll().where('hash', '=', hash))
}

/** What can be shown of a case file, oldest first. */
export function readPictures(reader: Pick<Reader, 'query' | 'all'>, caseFileId: CaseFileId): PartRow[] {
  return reader.all(
    reader.query
      .selectFrom('part')
      .selectAll()
      .where('caseFileId', '=', caseFileId)
      .where('kind', '=', 'picture')
      .where('erasedAt', 'is', null)
      .where('refusal', 'is', null)
      .orderBy('receivedAt'),
  )
}

const REFUSED_MAX = 200

/** What could not be taken, newest first. */
export function readRefusedParts(reader: Reader): (PartRow & { readonly deviceName: string | null })[] {
  return reader.all(
    reader.query
      .selectFrom('part')
      .leftJoin('device', 'device.id', 'part.deviceId')
      .selectAll('part')
      .select('device.name as deviceName')
      .where('refusal', 'is not', null)
      .where('erasedAt', 'is', null)
      .orderBy('receivedAt', 'desc')
      .limit(REFUSED_MAX),
  )
}

/** Bytes that a device has handed in since a moment. */
export function readHandedIn(reader: Reader, deviceId: string, since: string): number {
  const row = reader.get(
    reader.query
      .selectFrom('part')
      .select(({ fn }) => fn.sum<number | null>('size').as('bytes'))
      .where('deviceId', '=', deviceId as PartRow['deviceId'])
      .where('receivedAt', '>', since as PartRow['receivedAt']),
  )
  return row?.bytes ?? 0
}

/** Whether a blurred copy is one that a coordinator has released. */
export function isPublicPicture(reader: Reader, publicHash: PartHash): boolean {
  const row = reader.get(
    reader.query
      .selectFrom('part')
      .select('hash')
      .where('publicHash', '=', publicHash)
      .where('erasedAt', 'is', null),
  )
  return row !== undefined
}

/** Files of these, and their blurred copies, have to go; of all where the server may have ended in the middle of it. */
export function readErasedParts(
  reader: Reader,
  caseFileId?: CaseFileId,
): Pick<PartRow, 'hash' | 'publicHash'>[] {
  const erased = reader.query
    .selectFrom('part')
    .select(['hash', 'publicHash'])
    .where('erasedAt', 'is not', null)
  return reader.all(caseFileId === undefined ? erased : erased.where('caseFileId', '=', caseFileId))
}
