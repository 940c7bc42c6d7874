import type { Collection, DocumentBody, VersionedDocument } from '#shared/sync/wire'
import { caseFileRow } from '../case-file/case-file-row.ts'
import { donorRow } from '../donor/donor-row.ts'
import { itemRow } from '../item/item-row.ts'
import type { LedgerConnection } from './ledger-database.ts'
import type { DocumentRow } from './ledger-rows.ts'

export type PlaceNames = Readonly<Record<string, string>>
type ReceivedDocument<C extends Collection> = VersionedDocument<DocumentBody<C>>

/** How a document of each collection lies in its table: with what it is searched by. */
export const ROW_OF: {
  readonly [C in Collection]: (
    document: ReceivedDocument<C>,
    placeNames: PlaceNames,
  ) => DocumentRow<DocumentBody<C>>
} = {
  items: itemRow,
  locations: (document) => document,
  donors: donorRow,
  caseFiles: caseFileRow,
  consignments: (document) => document,
  staff: (document) => document,
  marks: (document) => document,
  trips: (document) => document,
}

/** Puts documents into their table as rows. */
export async function putDocuments<C extends Collection>(
  db: LedgerConnection,
  collection: C,
  documents: readonly ReceivedDocument<C>[],
  placeNames: PlaceNames,
): Promise<void> {
  const rows = documents.map((document) => ROW_OF[collection](document, placeNames))
  await db.table<DocumentRow<DocumentBody<C>>, string>(collection).bulkPut(rows)
}
