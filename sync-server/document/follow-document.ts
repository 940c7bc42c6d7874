import type { CaseFile } from '#shared/case-file/case-file'
import type { Item } from '#shared/item/item'
import type { Collection } from '#shared/sync/wire'
import type { Location } from '#shared/location/location'
import type { Trip } from '#shared/trip/trip'
import type { WriterDb } from '../database/writer-db.ts'
import { followCaseFile } from '../case-file/follow-case-file.ts'
import { rejudgeCaseFile } from '../case-file/rejudge-case-file.ts'
import { closeFinding } from '../finding/close-finding.ts'
import type { PutMark } from '../repeat/put-helped.ts'
import { rejudgeItem } from '../repeat/rejudge-help.ts'
import { noteItemNumbers } from '../item/note-item-numbers.ts'
import { placeShelf } from '../stock/place-shelf.ts'
import { followTrip } from '../trip/follow-trip.ts'

interface ChangedDocument {
  readonly collection: Collection
  readonly id: string
  readonly body: string
  /** Undefined for a new one. */
  readonly before: string | undefined
  readonly deleted: 0 | 1
  readonly at: string
  readonly changedBy: string
}

/** What follows from a document's arrival or change, also long after the movements that named it. */
export function followDocument(
  db: WriterDb,
  { collection, id, body, before, deleted, at, changedBy }: ChangedDocument,
  putMark: PutMark,
): void {
  switch (collection) {
    case 'items':
      closeFinding(db, `unknown-item|${id}`, at)
      noteItemNumbers(db, {
        id,
        item: deleted === 1 ? undefined : (JSON.parse(body) as Item),
        at,
        isOfDesk: !changedBy.startsWith('device:'),
      })
      return categoryOf(body) === categoryOf(before) ? undefined : rejudgeItem(db, id, { at, putMark })
    case 'donors':
      return closeFinding(db, `unknown-location|${id}`, at)
    case 'locations':
      closeFinding(db, `unknown-location|${id}`, at)
      return placeShelf(db, JSON.parse(body) as Location)
    case 'caseFiles':
      closeFinding(db, `unknown-case-file|${id}`, at)
      followCaseFile(db, JSON.parse(body) as CaseFile, { changedBy, at })
      return rejudgeCaseFile(db, { caseFileId: id, at })
    case 'trips':
      return followTrip(db, JSON.parse(body) as Trip, {
        before: before === undefined ? undefined : (JSON.parse(before) as Trip),
        changedBy,
        at,
      })
    case 'consignments':
    case 'staff':
      return
  }
}

function categoryOf(item: string | undefined): string {
  return item === undefined ? 'other' : (JSON.parse(item) as Item).category
}
